import { kvs } from '@forge/kvs';
import { InvocationError } from '@forge/events';

async function append(key: string, item: unknown): Promise<void> {
  const items = (await kvs.get<unknown[]>(key)) ?? [];
  await kvs.set(key, [...items, item]);
}

/** Keeps what it was called with, and does what the event's body asks for. */
export async function work(event: {
  body: Record<string, unknown>;
  retryContext?: unknown;
}): Promise<unknown> {
  await append('work', { at: Date.now(), ...event });
  if (event.body.fail === 'once' && !event.retryContext) throw new Error('Broken on purpose');
  if (event.body.fail === 'asks' && !event.retryContext)
    return new InvocationError({ retryAfter: 60, retryData: { tried: 1 } } as never);
  return undefined;
}

export async function tick(payload: unknown, context: unknown): Promise<unknown> {
  await append('ticks', { at: Date.now(), payload, context });
  return { statusCode: 204 };
}

export async function onEvent(event: unknown): Promise<void> {
  await append('events', event);
}
