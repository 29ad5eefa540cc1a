import type { Clock } from '../clock';
import { TRIGGER_RETRIES_MAX } from './limits';
import type { Log } from './log';
import { retryOf } from './retry';

interface TriggerModule {
  key: string;
  function: string;
  events: string[];
  filter?: { ignoreSelf?: boolean | undefined } | undefined;
}

/**
 * Delivers product and lifecycle events. A function that asks for it, by returning an InvocationError, is called
 * again up to four times; one that throws is not.
 */
export function createEventTriggers(options: {
  triggers: TriggerModule[];
  clock: Clock;
  log: Log;
  call: (trigger: TriggerModule, payload: unknown) => Promise<unknown>;
}): (eventName: string, payload: Record<string, unknown>) => Promise<void> {
  const { triggers, clock, log, call } = options;

  async function deliver(
    trigger: TriggerModule,
    payload: Record<string, unknown>,
    retries: number,
  ): Promise<void> {
    const retryContext = retries === 0 ? {} : { retryContext: { retryCount: retries } };
    const result = await call(trigger, { ...payload, ...retryContext }).catch((error: unknown) => {
      log.write(trigger.function, 'error', [error]);
    });
    const retry = retryOf(result);
    if (!retry || retries >= TRIGGER_RETRIES_MAX) return;
    clock.setTimeout(() => void deliver(trigger, payload, retries + 1), retry.retryAfterMs);
  }

  return async (eventName, payload) => {
    const isProductEvent = !eventName.startsWith('avi:forge:');
    const body = isProductEvent ? { eventType: eventName, selfGenerated: false, ...payload } : payload;
    const isOwn = payload.selfGenerated === true;
    const listening = triggers.filter(
      ({ events, filter }) => events.includes(eventName) && !(isOwn && filter?.ignoreSelf),
    );
    await Promise.all(listening.map((trigger) => deliver(trigger, body, 0)));
  };
}
