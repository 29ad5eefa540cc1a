import type { Clock } from '../clock';
import type { Stats } from '../stats';
import { EVENT_RETENTION_MS, RETRY_BACKOFF_FIRST_MS, RETRY_BACKOFF_MAX_MS } from './limits';
import type { QueueEvent, StoredEvent } from './queue-event';
import { retryOf } from './retry';

export interface DeliveryOptions {
  clock: Clock;
  stats: Stats;
  /** Calls the queue's consumer. Rejects when the function throws or takes too long. */
  deliver(event: QueueEvent): Promise<unknown>;
}

export interface QueueDelivery {
  schedule(stored: StoredEvent, delayMs: number): void;
  stop(stored: StoredEvent): void;
  /** Forgets who waits for a turn. */
  clear(): void;
}

/** Brings events to their consumers: when they are due, no more at a time than their keys allow, again after failures. */
export function createQueueDelivery({ clock, stats, deliver }: DeliveryOptions): QueueDelivery {
  /** How many run now, by concurrency key. */
  const running = new Map<string, number>();
  const queuedUp: StoredEvent[] = [];

  function schedule(stored: StoredEvent, delayMs: number): void {
    stored.state = 'waiting';
    stored.dueAt = clock.now() + delayMs;
    // What is due now starts now: nobody has to move a clock that stands still for it.
    if (delayMs === 0) queueMicrotask(() => void start(stored));
    else stored.timer = clock.setTimeout(() => void start(stored), delayMs);
  }

  async function start(stored: StoredEvent): Promise<void> {
    if (stored.state !== 'waiting') return;
    const { concurrency } = stored.event;
    if (concurrency) {
      const count = running.get(concurrency.key) ?? 0;
      if (count >= concurrency.limit) {
        queuedUp.push(stored);
        return;
      }
      running.set(concurrency.key, count + 1);
    }
    stored.state = 'running';
    await attempt(stored);
    if (concurrency) {
      running.set(concurrency.key, (running.get(concurrency.key) ?? 1) - 1);
      const next = queuedUp.findIndex(({ event }) => event.concurrency?.key === concurrency.key);
      const [waiting] = next < 0 ? [] : queuedUp.splice(next, 1);
      if (waiting) void start(waiting);
    }
  }

  async function attempt(stored: StoredEvent): Promise<void> {
    stats.queue('delivered');
    try {
      const retry = retryOf(await deliver(stored.event));
      if (retry) again(stored, retry.retryAfterMs, retry.reason, retry.data);
      else stored.state = 'success';
    } catch {
      const backoff = Math.min(RETRY_BACKOFF_FIRST_MS * 2 ** stored.retries, RETRY_BACKOFF_MAX_MS);
      again(stored, backoff, 'FUNCTION_ERROR', undefined);
    }
  }

  function again(stored: StoredEvent, delayMs: number, retryReason: string, retryData: unknown): void {
    // Stopped while it ran: there is nothing left to repeat.
    if (stored.state === 'cancelled') return;
    const first = (stored.event.retryContext?.retentionWindow as { startTime?: string } | undefined)
      ?.startTime;
    const startTime = first ?? new Date(clock.now()).toISOString();
    const remainingTimeMs = Date.parse(startTime) + EVENT_RETENTION_MS - clock.now();
    if (remainingTimeMs <= delayMs) {
      stored.state = 'failed';
      stats.queue('failed');
      return;
    }
    stored.retries += 1;
    stored.event = {
      ...stored.event,
      retryContext: {
        retryCount: stored.retries,
        retryReason,
        retryData,
        retentionWindow: { startTime, remainingTimeMs },
      },
    };
    stats.queue('retried');
    schedule(stored, delayMs);
  }

  return {
    schedule,
    stop(stored) {
      clock.clearTimeout(stored.timer);
      if (stored.state === 'waiting' || stored.state === 'running') stored.state = 'cancelled';
    },
    clear() {
      queuedUp.length = 0;
    },
  };
}
