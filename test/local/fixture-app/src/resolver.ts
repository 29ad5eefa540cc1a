import { kvs } from '@forge/kvs';
import { Queue } from '@forge/events';
import Resolver from '@forge/resolver';

interface Request {
  payload: Record<string, unknown>;
  context: Record<string, unknown>;
}

const resolver = new Resolver();
let calls = 0;

resolver.define('context', ({ context }: Request) => context);
resolver.define('echo', ({ payload }: Request) => payload);
resolver.define('now', () => ({
  fromDate: new Date().getTime(),
  fromNow: Date.now(),
  isDate: new Date() instanceof Date,
}));
resolver.define('sleep', async ({ payload }: Request) => {
  await new Promise((resolve) => setTimeout(resolve, Number(payload.ms)));
  return Date.now();
});
resolver.define('fail', () => {
  throw new Error('Broken on purpose');
});
resolver.define('print', () => console.warn('something', { odd: true }));
resolver.define('count', () => ++calls);
resolver.define('set', ({ payload }: Request) => kvs.set(String(payload.key), payload.value));
resolver.define('get', ({ payload }: Request) => kvs.get(String(payload.key)));
resolver.define('large', () => 'x'.repeat(6 * 1024 * 1024));
resolver.define('push', ({ payload }: Request) => new Queue({ key: 'work' }).push(payload as never));

export const handler = resolver.getDefinitions();
