import type { Faults } from '../faults';
import type { JiraAnswer } from '../jira/jira';

/** What a 429 says where no time was asked for, seconds. */
const RETRY_AFTER_S = 5;
/** A wait grows to at most so many times what it was at first, from its beginning. */
const LONGEST_WAIT = 10;

/** How many calls Jira takes: whoever was told to wait and asks all the same waits longer. */
export interface JiraQuota {
  /** What refuses this call, if anything does. `isThrottled`: it is one too many. */
  refusal(isThrottled: boolean): JiraAnswer | null;
}

export function createJiraQuota(faults: Faults, now: () => number): JiraQuota {
  let began = 0;
  let until = 0;
  let beginsNow = false;
  faults.onChange(({ jira = {} }) => {
    until = 0;
    beginsNow = jira.retryAfterS !== undefined && jira.throttled === undefined;
  });

  function tooMany(waitMs: number): JiraAnswer {
    return {
      status: 429,
      body: '{"errorMessages":["Rate limit exceeded."],"errors":{}}',
      headers: {
        'content-type': 'application/json',
        'retry-after': String(Math.ceil(waitMs / 1_000)),
        'x-ratelimit-reset': new Date(now() + waitMs).toISOString(),
      },
    };
  }

  return {
    refusal(isThrottled) {
      const { retryAfterS } = faults.get().jira ?? {};
      if (retryAfterS === undefined) return isThrottled ? tooMany(RETRY_AFTER_S * 1_000) : null;
      const stepMs = retryAfterS * 1_000;
      if (now() < until) {
        until = Math.min(until + stepMs, began + LONGEST_WAIT * stepMs);
      } else if (isThrottled || beginsNow) {
        began = now();
        until = began + stepMs;
      } else return null;
      beginsNow = false;
      return tooMany(until - now());
    },
  };
}
