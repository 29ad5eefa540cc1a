import type { RequestChange } from '../../jira-ports';
import type { Changed } from '../jira-request';

/** What an agent's change of a request came to, by the status that Jira documents for it. */
export function changeOf(answer: Changed<unknown>): RequestChange {
  if (answer.ok) return { done: true };
  const { status, says } = answer;
  return { done: false, why: WHY[status] ?? 'refused', says };
}

const WHY: Readonly<Record<number, 'not-allowed' | 'gone' | 'meanwhile'>> = {
  403: 'not-allowed',
  404: 'gone',
  409: 'meanwhile',
};
