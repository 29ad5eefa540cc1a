import type { Timer } from '../timer-queue';

/** What a consumer function is called with. */
export interface QueueEvent {
  body: unknown;
  jobId: string;
  queueName: string;
  eventId: string;
  delayInSeconds?: number;
  concurrency?: { key: string; limit: number };
  retryContext?: Record<string, unknown>;
}

export type EventState = 'waiting' | 'running' | 'success' | 'failed' | 'cancelled';

/** An event on its way, and what became of it. */
export interface StoredEvent {
  event: QueueEvent;
  state: EventState;
  dueAt: number;
  retries: number;
  timer: Timer | undefined;
}
