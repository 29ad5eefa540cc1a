import type { Clock } from '../clock';
import type { Faults } from '../faults';
import type { Stats } from '../stats';
import type { Timer } from '../timer-queue';
import { jsonResponse, PlatformResponse } from './platform-response';
import { pushRequest, type PushedEvent } from './queue-requests';
import {
  EVENT_DELAY_MAX_S,
  EVENT_RETENTION_MS,
  EVENTS_PER_MINUTE,
  EVENTS_PER_PUSH,
  LONG_FUNCTION_EVENT_BYTES,
  PUSH_BYTES,
  RETRY_BACKOFF_FIRST_MS,
  RETRY_BACKOFF_MAX_MS,
} from './limits';
import { RateWindow } from './rate-window';
import { retryOf } from './retry';

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

type EventState = 'waiting' | 'running' | 'success' | 'failed' | 'cancelled';

interface StoredEvent {
  event: QueueEvent;
  state: EventState;
  dueAt: number;
  retries: number;
  timer: Timer | undefined;
}

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

export interface QueueOptions {
  clock: Clock;
  faults: Faults;
  stats: Stats;
  /** Undefined for a queue that has no consumer. */
  limitsOf(queueName: string): { longRunning: boolean } | undefined;
  /** Calls the queue's consumer. Rejects when the function throws or takes too long. */
  deliver(event: QueueEvent): Promise<unknown>;
}

const JOBS_KEPT = 2_000;

export function createQueue({ clock, faults, stats, limitsOf, deliver }: QueueOptions): Queue {
  const jobs = new Map<string, StoredEvent[]>();
  const running = new Map<string, number>();
  const queuedUp: StoredEvent[] = [];
  const pushes = new RateWindow(clock.now, 60_000, EVENTS_PER_MINUTE);
  let events = 0;

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
    // A reset or a cancel while it ran: there is nothing left to repeat.
    if (jobs.get(stored.event.jobId)?.includes(stored) !== true || stored.state === 'cancelled') return;
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

  /** The platform knows jobs for a while only; the oldest that are over are forgotten. */
  function forgetOldJobs(): void {
    if (jobs.size < JOBS_KEPT) return;
    for (const [jobId, job] of jobs) {
      if (job.every(({ state }) => state !== 'waiting' && state !== 'running')) jobs.delete(jobId);
      if (jobs.size < JOBS_KEPT / 2) return;
    }
  }

  function add(stored: StoredEvent, delayMs: number): void {
    const { jobId } = stored.event;
    forgetOldJobs();
    jobs.set(jobId, [...(jobs.get(jobId) ?? []), stored]);
    schedule(stored, delayMs);
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
      const job = jobs.get(String(jobId));
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
      const job = jobs.get(String(jobId));
      if (!job) return new PlatformResponse(404);
      for (const stored of job) stop(stored);
      return new PlatformResponse(204);
    },
    pending: () =>
      [...jobs.values()]
        .flat()
        .filter(({ state }) => state === 'waiting' || state === 'running')
        .map(({ event, dueAt }) => ({ event, dueAt })),
    restore(pending) {
      for (const { event, dueAt } of pending) {
        add(
          { event, state: 'waiting', dueAt, retries: 0, timer: undefined },
          Math.max(0, dueAt - clock.now()),
        );
      }
    },
    reset() {
      for (const stored of [...jobs.values()].flat()) stop(stored);
      jobs.clear();
      queuedUp.length = 0;
    },
  };

  function stop(stored: StoredEvent): void {
    clock.clearTimeout(stored.timer);
    if (stored.state === 'waiting' || stored.state === 'running') stored.state = 'cancelled';
  }
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
