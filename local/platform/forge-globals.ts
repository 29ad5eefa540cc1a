import { InvocationTracker, type Suspension } from './invocation-tracker';
import type { LogLevel } from './log';
import type { PlatformResponse } from './platform-response';

/** The first argument of every call that the @forge packages make. */
export interface ForgeFetchMeta {
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string | undefined;
  contextAri?: string;
}

export interface ForgeFetchInit {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

/** What can be answered at once is: a promise costs more than most storage reads. */
export type PlatformAnswer = PlatformResponse | Promise<PlatformResponse>;

/** One invocation: what it knows of itself, and where its calls go. */
export interface ForgeInvocation {
  runtime: object;
  fetch(meta: ForgeFetchMeta, path: string, init?: ForgeFetchInit): PlatformAnswer;
  print(level: LogLevel, args: unknown[]): void;
}

const invocations = new InvocationTracker<ForgeInvocation>();

export const runInvocation = <T>(invocation: ForgeInvocation, run: () => Promise<T>): Promise<T> =>
  invocations.run(invocation, run);

/** The running invocation starts to wait for a timer; undefined outside of one. */
export const suspendInvocation = (): Suspension<ForgeInvocation> | undefined => invocations.suspend();

/** What code prints while it is loaded belongs to no invocation, and goes to the terminal. */
export function printInInvocation(level: LogLevel, args: unknown[]): void {
  const invocation = invocations.current();
  if (invocation) invocation.print(level, args);
  else console[level](...args);
}

/** `__forge_fetch__` */
async function forgeFetch(
  meta: ForgeFetchMeta,
  path: string,
  init?: ForgeFetchInit,
): Promise<PlatformResponse> {
  const invocation = invocations.current();
  if (!invocation) throw new Error(`A function called the platform (${path}) while it was not invoked.`);
  const answer = invocation.fetch(meta, path, init);
  if (!(answer instanceof Promise)) return answer;
  const waiting = invocations.suspend();
  try {
    return await answer;
  } finally {
    waiting?.end();
  }
}

let installed = false;

/**
 * Puts the two globals in place that the @forge packages talk to. They serve every site in this process: each
 * invocation carries its own.
 */
export function installForgeGlobals(): void {
  if (installed) return;
  installed = true;
  Object.defineProperties(globalThis, {
    __forge_runtime__: { configurable: true, get: () => invocations.current()?.runtime },
    __forge_fetch__: { configurable: true, value: forgeFetch },
  });
}
