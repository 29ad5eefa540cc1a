import { route } from '@forge/api';
import type { Person } from '../domain/person';
import type { Clock, Log } from '../ports';
import { jiraClient } from './jira-client';
import type { Schema } from './jira-request';
import { perInstallation } from './per-installation';

/** A name is asked for again after this many milliseconds, and kept as "last known" while the process is warm. */
const FRESH_MS = 5 * 60_000;
const KNOWN_MOST = 2_000;
/** Accounts per request: keeps the address under 8 KB. */
const AT_ONCE = 90;

interface JiraUser {
  accountId: string;
  displayName: string;
  avatarUrls?: Record<string, string>;
}

/** By hand: the web trigger's bundle has no zod. */
const isUser = (value: unknown): value is JiraUser =>
  typeof value === 'object' &&
  value !== null &&
  'accountId' in value &&
  typeof value.accountId === 'string' &&
  'displayName' in value &&
  typeof value.displayName === 'string';

const userPage: Schema<JiraUser[]> = {
  safeParse(answer) {
    const values: unknown =
      typeof answer === 'object' && answer !== null && 'values' in answer ? answer.values : null;
    return Array.isArray(values) && values.every(isUser)
      ? { success: true, data: values }
      : { success: false, error: new Error('not a page of users') };
  },
};

const knownPeople = perInstallation(() => new Map<string, { person: Person; at: number }>());

/** Names and avatars. Never throws: who cannot be asked for keeps their last known name, or has none. */
export async function fetchPeople(
  clock: Clock,
  report: Pick<Log, 'failure'>,
  accountIds: string[],
): Promise<Map<string, Person>> {
  const known = knownPeople();
  const now = clock.now();
  const stale = accountIds.filter((id) => now - (known.get(id)?.at ?? -Infinity) >= FRESH_MS);
  for (let start = 0; start < stale.length; start += AT_ONCE) {
    const asked = stale.slice(start, start + AT_ONCE);
    for (const user of await fetchPage(clock, report, asked)) notePerson(clock, user);
  }
  const answer = new Map<string, Person>();
  for (const id of accountIds) {
    const found = known.get(id);
    if (found) answer.set(id, found.person);
  }
  for (const id of known.keys()) {
    if (known.size <= KNOWN_MOST) break;
    known.delete(id);
  }
  return answer;
}

/** A person as Jira named them beside something else: who is known need not be asked for. */
export function notePerson(clock: Clock, user: unknown): void {
  if (!isUser(user)) return;
  const { accountId, displayName: name, avatarUrls } = user;
  const avatarUrl = avatarUrls?.['32x32'] ?? avatarUrls?.['48x48'] ?? null;
  const known = knownPeople();
  known.delete(accountId);
  known.set(accountId, { person: { accountId, name, avatarUrl }, at: clock.now() });
}

async function fetchPage(
  clock: Clock,
  report: Pick<Log, 'failure'>,
  accountIds: string[],
): Promise<JiraUser[]> {
  const query = new URLSearchParams({ maxResults: String(AT_ONCE) });
  for (const id of accountIds) query.append('accountId', id);
  try {
    return (await jiraClient(clock).ask('app', route`/rest/api/3/user/bulk?${query}`, userPage)) ?? [];
  } catch (error) {
    report.failure('Jira told no names', error);
    return [];
  }
}
