import type { Faults } from '../faults';
import {
  EVENT_DELAY_MAX_S,
  EVENTS_PER_MINUTE,
  EVENTS_PER_PUSH,
  LONG_FUNCTION_EVENT_BYTES,
  PUSH_BYTES,
} from './limits';
import { jsonResponse, PlatformResponse } from './platform-response';
import { createQueueDelivery, type DeliveryOptions } from './queue-delivery';
import type { EventState, QueueEvent, StoredEvent } from './queue-event';
import { QueueJobs } from './queue-jobs';
import { pushRequest, type PushedEvent } from './queue-requests';
import { RateWindow } from './rate-window';

/** An event that is still to be delivered, as it is kept over a restart. */
export interface PendingEvent {
  event: QueueEvent;
  dueAt: number;
}

/** The asynchronous events behind `Queue` of @forge/events: at least once, in no order. */
export interface Queue {
  push(body: unknown): PlatformResponse;
  jobStats(jobId: unknown): PlatformResponse;
  cancel(jobId: unknown): PlatformResponse;
  pending(): PendingEvent[];
  restore(events: PendingEvent[]): void;
  reset(): void;
}

export interface QueueOptions extends DeliveryOptions {
  faults: Faults;
  /** Undefined for a queue that has no consumer. */
  limitsOf(queueName: string): { longRunning: boolean } | undefined;
}

export function createQueue({ clock, faults, stats, limitsOf, deliver }: QueueOptions): Queue {
  const jobs = new QueueJobs();
  const delivery = createQueueDelivery({ clock, stats, deliver });
  const pushes = new RateWindow(clock.now, 60_000, EVENTS_PER_MINUTE);
  let events = 0;

  function accept(jobId: string, queueName: string, pushed: PushedEvent): StoredEvent {
    const { body, delayInSeconds, concurrency } = pushed;
    const event: QueueEvent = {
      body,
      jobId,
      queueName,
      eventId: `${jobId}#${++events}`,
      ...(delayInSeconds === undefined ? {} : { delayInSeconds }),
      ...(concurrency ? { concurrency } : {}),
    };
    stats.queue('pushed');
    return { event, state: 'waiting', dueAt: 0, retries: 0, timer: undefined };
  }

  function add(stored: StoredEvent, delayMs: number): void {
    jobs.add(stored);
    delivery.schedule(stored, delayMs);
  }

  return {
    push(body) {
      const result = pushRequest.safeParse(body);
      if (!result.success) return jsonResponse({ message: 'The events are not understood' }, 400);
      const { queueName, jobId, payload } = result.data;
      const consumer = limitsOf(queueName);
      if (!consumer) return jsonResponse({ message: `No consumer for the queue ${queueName}` }, 400);
      if (Buffer.byteLength(JSON.stringify(payload)) > PUSH_BYTES || payload.length > EVENTS_PER_PUSH) {
        return jsonResponse({ errorMessage: 'The maximum payload size was exceeded' }, 413);
      }
      if (faults.get().rateLimits && !pushes.take(payload.length)) {
        return jsonResponse({ message: 'Too many requests.' }, 429);
      }
      const failedEvents: { index: string; errorMessage: string }[] = [];
      payload.forEach((pushed, index) => {
        const problem = refusal(pushed, consumer.longRunning);
        if (problem) {
          failedEvents.push({ index: String(index), errorMessage: problem });
          return;
        }
        const { duplicate, lateMs } = faults.drawDelivery();
        const delayMs = (pushed.delayInSeconds ?? 0) * 1_000 + lateMs;
        const stored = accept(jobId, queueName, pushed);
        add(stored, delayMs);
        if (duplicate) add({ ...stored }, delayMs);
      });
      if (failedEvents.length === 0) return new PlatformResponse(201);
      return jsonResponse({ failedEvents, errorMessage: 'Some events could not be queued' }, 202);
    },
    jobStats(jobId) {
      const job = jobs.of(String(jobId));
      if (!job) return new PlatformResponse(404);
      const count = (...states: EventState[]): number =>
        job.filter(({ state }) => states.includes(state)).length;
      return jsonResponse({
        success: count('success'),
        inProgress: count('waiting', 'running'),
        failed: count('failed'),
      });
    },
    cancel(jobId) {
      const job = jobs.of(String(jobId));
      if (!job) return new PlatformResponse(404);
      job.forEach(delivery.stop);
      return new PlatformResponse(204);
    },
    pending: () => jobs.unfinished().map(({ event, dueAt }) => ({ event, dueAt })),
    restore(pending) {
      for (const { event, dueAt } of pending) {
        add(
          { event, state: 'waiting', dueAt, retries: 0, timer: undefined },
          Math.max(0, dueAt - clock.now()),
        );
      }
    },
    reset() {
      jobs.all().forEach(delivery.stop);
      jobs.clear();
      delivery.clear();
    },
  };
}

function refusal({ body, delayInSeconds = 0 }: PushedEvent, longRunning: boolean): string | null {
  if (delayInSeconds < 0 || delayInSeconds > EVENT_DELAY_MAX_S) {
    return `delayInSeconds must be between 0 and ${EVENT_DELAY_MAX_S}`;
  }
  if (longRunning && Buffer.byteLength(JSON.stringify(body)) > LONG_FUNCTION_EVENT_BYTES) {
    return `An event for a long-running function must not be larger than ${LONG_FUNCTION_EVENT_BYTES} bytes`;
  }
  return null;
}
