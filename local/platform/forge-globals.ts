import { AsyncLocalStorage } from 'node:async_hooks';
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

export type ForgeFetch = (
  meta: ForgeFetchMeta,
  path: string,
  init?: ForgeFetchInit,
) => Promise<PlatformResponse>;

/** One invocation: what it knows of itself, and where its calls go. */
export interface ForgeInvocation {
  runtime: object;
  fetch: ForgeFetch;
  print(level: LogLevel, args: unknown[]): void;
}

const invocations = new AsyncLocalStorage<ForgeInvocation>();

export const runInvocation = <T>(invocation: ForgeInvocation, run: () => T): T =>
  invocations.run(invocation, run);

/** The task, made to run later as part of the invocation that runs now. */
export function inThisInvocation(task: () => unknown): () => unknown {
  const invocation = invocations.getStore();
  return invocation ? () => invocations.run(invocation, task) : task;
}

/** What code prints while it is loaded belongs to no invocation, and goes to the terminal. */
export function printInInvocation(level: LogLevel, args: unknown[]): void {
  const invocation = invocations.getStore();
  if (invocation) invocation.print(level, args);
  else console[level](...args);
}

const forgeFetch: ForgeFetch = (meta, path, init) => {
  const invocation = invocations.getStore();
  if (!invocation) throw new Error(`A function called the platform (${path}) while it was not invoked.`);
  return invocation.fetch(meta, path, init);
};

let installed = false;

/**
 * Puts the two globals in place that the @forge packages talk to. They serve every site in this process: each
 * invocation carries its own.
 */
export function installForgeGlobals(): void {
  if (installed) return;
  installed = true;
  Object.defineProperties(globalThis, {
    __forge_runtime__: { configurable: true, get: () => invocations.getStore()?.runtime },
    __forge_fetch__: { configurable: true, value: forgeFetch },
  });
}
