import type { Clock } from './clock';
import type { Faults } from './faults';
import type { Jira } from './jira/jira';
import type { Manifest } from './manifest';
import type { BackgroundWork } from './platform/background-work';
import { createEventTriggers } from './platform/event-triggers';
import type { Invocation } from './platform/invocation';
import { JOB_TIMEOUT_MAX_MS, JOB_TIMEOUT_MS, UI_TIMEOUT_MS } from './platform/limits';
import type { Log } from './platform/log';
import { createProductEvents, type ProductEvents } from './platform/product-events';
import { createQueue, type Queue } from './platform/queue';
import { Scheduler } from './platform/scheduler';
import type { Stats } from './stats';

interface UnattendedOptions {
  manifest: Manifest;
  clock: Clock;
  faults: Faults;
  stats: Stats;
  log: Log;
  jira: Jira;
  cloudId: string;
  background: BackgroundWork;
  /** Calls a function of which nobody waits for the answer. */
  call(invocation: Invocation): Promise<unknown>;
}

export interface Unattended {
  queue: Queue;
  scheduler: Scheduler;
  productEvents: ProductEvents;
  deliverEvent: (eventName: string, payload: Record<string, unknown>) => Promise<void>;
}

/** What calls functions on nobody's behalf: the queue, the schedule, and what happens in Jira. */
export function createUnattended(options: UnattendedOptions): Unattended {
  const { manifest, clock, faults, stats, log, jira, cloudId, background, call } = options;

  const timeoutOf = (functionKey: string): number => {
    const seconds = manifest.functions.find(({ key }) => key === functionKey)?.timeoutSeconds;
    return seconds === undefined ? JOB_TIMEOUT_MS : Math.min(seconds * 1_000, JOB_TIMEOUT_MAX_MS);
  };
  /** Calls a module's function on nobody's behalf. */
  const callUnattended = (
    module: { key: string; function: string },
    moduleType: string,
    payload: unknown,
    timeoutMs: number,
  ): Promise<unknown> => {
    const { key: moduleKey, function: functionKey } = module;
    return background.track(call({ functionKey, payload, moduleKey, moduleType, timeoutMs }));
  };

  const consumers = new Map(manifest.consumers.map((consumer) => [consumer.queue, consumer]));
  const queue = createQueue({
    clock,
    faults,
    stats,
    limitsOf(queueName) {
      const consumer = consumers.get(queueName);
      return consumer && { longRunning: timeoutOf(consumer.function) > JOB_TIMEOUT_MS };
    },
    deliver(event) {
      const consumer = consumers.get(event.queueName);
      if (!consumer) return Promise.reject(new Error(`The queue ${event.queueName} has no consumer.`));
      return callUnattended(consumer, 'consumer', event, timeoutOf(consumer.function));
    },
  });
  const scheduler = new Scheduler(clock, manifest.scheduledTriggers, (trigger) => {
    const payload = { context: { cloudId, moduleKey: trigger.key }, contextToken: 'local' };
    const run = callUnattended(trigger, 'scheduledTrigger', payload, timeoutOf(trigger.function));
    run.catch((error: unknown) => log.write(trigger.function, 'error', [error]));
  });
  const deliverEvent = createEventTriggers({
    triggers: manifest.triggers,
    clock,
    log,
    call: (trigger, payload) => callUnattended(trigger, 'trigger', payload, UI_TIMEOUT_MS),
  });
  const productEvents = createProductEvents({
    clock,
    faults,
    deliver: ({ name, payload }) => background.track(deliverEvent(name, payload)),
  });
  jira.onEvent(productEvents.send);

  return { queue, scheduler, productEvents, deliverEvent };
}
