import { asApp, route } from '@forge/api';
import type { Person } from '../domain/person';
import type { Clock } from '../ports';
import { askJira } from './jira-request';
import { perInstallation } from './per-installation';

/** A name is asked for again after this many milliseconds, and kept as "last known" while the process is warm. */
const FRESH_MS = 5 * 60_000;
const KNOWN_MOST = 2_000;
/** Accounts per request: keeps the address under 8 KB. */
const AT_ONCE = 90;

interface UserPage {
  values: { accountId: string; displayName: string; avatarUrls?: Record<string, string> }[];
}

/** By hand: the web trigger's bundle has no zod. */
const userPage = {
  safeParse(answer: unknown): { success: true; data: UserPage } | { success: false; error: Error } {
    const values: unknown =
      typeof answer === 'object' && answer !== null && 'values' in answer ? answer.values : null;
    return Array.isArray(values) && values.every(isUser)
      ? { success: true, data: { values } }
      : { success: false, error: new Error('not a page of users') };
  },
};

const isUser = (value: unknown): value is UserPage['values'][number] =>
  typeof value === 'object' &&
  value !== null &&
  'accountId' in value &&
  typeof value.accountId === 'string' &&
  'displayName' in value &&
  typeof value.displayName === 'string';

const knownPeople = perInstallation(() => new Map<string, { person: Person; at: number }>());

/** Names and avatars. Never throws: who cannot be asked for keeps their last known name, or has none. */
export async function fetchPeople(clock: Clock, accountIds: string[]): Promise<Map<string, Person>> {
  const known = knownPeople();
  const now = clock.now();
  const stale = accountIds.filter((id) => now - (known.get(id)?.at ?? -Infinity) >= FRESH_MS);
  for (let start = 0; start < stale.length; start += AT_ONCE) {
    const asked = stale.slice(start, start + AT_ONCE);
    for (const person of await fetchPage(clock, asked)) {
      known.delete(person.accountId);
      known.set(person.accountId, { person, at: now });
    }
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

async function fetchPage(clock: Clock, accountIds: string[]): Promise<Person[]> {
  const query = new URLSearchParams({ maxResults: String(AT_ONCE) });
  for (const id of accountIds) query.append('accountId', id);
  try {
    const page = await askJira(
      clock,
      () => asApp().requestJira(route`/rest/api/3/user/bulk?${query}`),
      userPage,
    );
    return (page?.values ?? []).map(({ accountId, displayName, avatarUrls }) => ({
      accountId,
      name: displayName,
      avatarUrl: avatarUrls?.['32x32'] ?? avatarUrls?.['48x48'] ?? null,
    }));
  } catch {
    return [];
  }
}
