import { InvokeRefused } from '../invoke-refused';
import type { Invocation } from './invocation';
import { INVOCATIONS_PER_MINUTE, INVOCATIONS_PER_USER_PER_MINUTE } from './limits';
import { RateWindow } from './rate-window';

const MINUTE_MS = 60_000;

/** The platform delivers events late rather than not at all, and counts scheduled triggers by the manifest. */
const UNATTENDED = new Set(['consumer', 'trigger', 'scheduledTrigger']);

/** This minute's invocations are used up. Atlassian documents the limits and no text: the sentences are this site's. */
export class TooManyInvocations extends InvokeRefused {
  constructor(message: string) {
    super(429, message);
  }
}

/** Counts what people cause: calls of pages and web triggers, of each user and of the whole installation. */
export class InvocationRates {
  readonly installation: RateWindow;
  readonly #now: () => number;
  readonly #users = new Map<string, RateWindow>();

  constructor(now: () => number) {
    this.#now = now;
    this.installation = new RateWindow(now, MINUTE_MS, INVOCATIONS_PER_MINUTE);
  }

  /** Why the invocation is refused, if it is. A text: making an error takes longer than all else of a poll. */
  take({ moduleType, accountId }: Invocation): string | null {
    if (UNATTENDED.has(moduleType)) return null;
    if (accountId !== undefined && !this.#windowOf(accountId).take()) {
      return `A user may invoke the app ${INVOCATIONS_PER_USER_PER_MINUTE} times a minute. Try again later.`;
    }
    if (this.installation.take()) return null;
    return `The app may be invoked ${INVOCATIONS_PER_MINUTE} times a minute. Try again later.`;
  }

  #windowOf(accountId: string): RateWindow {
    const known = this.#users.get(accountId);
    if (known) return known;
    const window = new RateWindow(this.#now, MINUTE_MS, INVOCATIONS_PER_USER_PER_MINUTE);
    this.#users.set(accountId, window);
    return window;
  }
}
