import { route } from '@forge/api';
import { NAMES_REMEMBERED_MS } from '../domain/jira-limits';
import type { Person } from '../domain/person';
import type { Clock, Log } from '../ports';
import { jiraClient } from './jira-client';
import type { Schema } from './jira-request';
import { perInstallation } from './per-installation';

const KNOWN_MOST = 2_000;
/** The longest id of an account. */
const ACCOUNT_ID_LENGTH = 128;

/** Accounts per request: keeps the address under 8 KB. */
const AT_ONCE = 90;

interface JiraUser {
  accountId: string;
  displayName: string;
  avatarUrls?: unknown;
  active?: unknown;
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

/** Null: Jira did not know them. Kept as "last known" beyond its time while the process is warm. */
const knownPeople = perInstallation(() => new Map<string, { person: Person | null; at: number }>());

/** Names and avatars. Never throws: who cannot be asked for keeps their last known name, or has none. */
export async function fetchPeople(
  clock: Clock,
  report: Pick<Log, 'failure'>,
  accountIds: string[],
): Promise<Map<string, Person>> {
  const known = knownPeople();
  const now = clock.now();
  const stale = accountIds.filter((id) => now - (known.get(id)?.at ?? -Infinity) >= NAMES_REMEMBERED_MS);
  try {
    const users = await fetchUsers(clock, stale);
    for (const user of users) notePerson(clock, user);
    const found = new Set(users.map(({ accountId }) => accountId));
    for (const id of stale) if (!found.has(id)) note(id, known.get(id)?.person ?? null, now);
  } catch (error) {
    report.failure('Jira told no names', error);
  }
  const answer = new Map<string, Person>();
  for (const id of accountIds) {
    const person = known.get(id)?.person;
    if (person) answer.set(id, person);
  }
  for (const id of known.keys()) {
    if (known.size <= KNOWN_MOST) break;
    known.delete(id);
  }
  return answer;
}

/** A person as Jira named them beside something else: who is known need not be asked for. */
export function notePerson(clock: Clock, user: unknown): void {
  const person = personOf(user);
  if (person) note(person.accountId, person, clock.now());
}

/** Null: that is no person. */
export function personOf(user: unknown): Person | null {
  if (!isUser(user)) return null;
  const { accountId, displayName: name } = user;
  return { accountId, name, avatarUrl: avatarOf(user) };
}

function note(accountId: string, person: Person | null, at: number): void {
  const known = knownPeople();
  known.delete(accountId);
  known.set(accountId, { person, at });
}

function avatarOf({ avatarUrls }: JiraUser): string | null {
  if (typeof avatarUrls !== 'object' || avatarUrls === null) return null;
  const urls = avatarUrls as Record<string, unknown>;
  const url = urls['32x32'] ?? urls['48x48'];
  return typeof url === 'string' ? url : null;
}

/** Those of the accounts that Jira says are closed. Throws PlatformFault. */
export async function closedAccounts(clock: Clock, accountIds: string[]): Promise<ReadonlySet<string>> {
  const users = await fetchUsers(clock, accountIds);
  return new Set(users.filter(({ active }) => active === false).map(({ accountId }) => accountId));
}

async function fetchUsers(clock: Clock, accountIds: string[]): Promise<JiraUser[]> {
  const users: JiraUser[] = [];
  // Jira takes no others, and nobody has one.
  const possible = accountIds.filter((id) => id !== '' && id.length <= ACCOUNT_ID_LENGTH);
  for (let start = 0; start < possible.length; start += AT_ONCE) {
    const query = new URLSearchParams({ maxResults: String(AT_ONCE) });
    for (const id of possible.slice(start, start + AT_ONCE)) query.append('accountId', id);
    const page = await jiraClient(clock).ask('app', route`/rest/api/3/user/bulk?${query}`, userPage);
    users.push(...(page ?? []));
  }
  return users;
}
