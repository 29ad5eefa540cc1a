import { REQUEST_TYPES_REMEMBERED_MS } from '../../domain/jira-limits';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { Clock } from '../../ports';
import type { JiraClient } from '../jira-client';
import { perInstallation } from '../per-installation';
import { listTypes, missingFields } from './request-forms';

/** Questions at a time for what each of a desk's types asks for. */
const ASKED_AT_ONCE = 10;

/** What was asked so lately holds: a refusal then has another reason. */
const JUST_NOW_MS = 60_000;

type Listed = Awaited<ReturnType<typeof listTypes>>;
interface Remembered<T> {
  value: T;
  at: number;
}

/** By desk; what types ask for by `<desk>/<type>`, null: no such type. */
const knownTypes = perInstallation(() => new Map<string, Remembered<Listed>>());
const knownFields = perInstallation(() => new Map<string, Remembered<string[] | null>>());

/** As what a chat can be raised, and which fields stand in its way. */
export function requestTypes(
  jira: JiraClient,
  clock: Clock,
): Pick<ServiceDesk, 'requestTypes' | 'usableType'> & {
  /** Whether Jira may have refused a request because its type is another than is remembered: asked anew. */
  isOutdated(serviceDeskId: string, typeId: string): Promise<boolean>;
} {
  const listed = (serviceDeskId: string): Promise<Listed> =>
    remembered(clock, knownTypes(), serviceDeskId, () => listTypes(jira, serviceDeskId));
  const missing = (serviceDeskId: string, typeId: string): Promise<string[] | null> =>
    remembered(clock, knownFields(), `${serviceDeskId}/${typeId}`, () =>
      missingFields(jira, serviceDeskId, typeId),
    );

  async function usable(serviceDeskId: string, chosen: string | null): Promise<string> {
    const isUsable = async (id: string): Promise<boolean> => (await missing(serviceDeskId, id))?.length === 0;
    if (chosen !== null && (await isUsable(chosen))) return chosen;
    const all = await listed(serviceDeskId);
    if (all.length === 0) throw new Undeliverable('project-gone');
    if (chosen === null) for (const { id } of all) if (await isUsable(id)) return id;
    throw new Undeliverable('request-type-gone');
  }

  const isJustAsked = (serviceDeskId: string): boolean =>
    [...knownTypes(), ...knownFields()].every(
      ([key, { at }]) => key.split('/', 1)[0] !== serviceDeskId || clock.now() - at < JUST_NOW_MS,
    );

  function forget(serviceDeskId: string): void {
    knownTypes().delete(serviceDeskId);
    for (const key of knownFields().keys())
      if (key.startsWith(`${serviceDeskId}/`)) knownFields().delete(key);
  }

  return {
    async requestTypes(serviceDeskId) {
      // Whoever sets up a project has just changed them.
      forget(serviceDeskId);
      const all = await listed(serviceDeskId);
      const found: Awaited<ReturnType<ServiceDesk['requestTypes']>> = [];
      for (let start = 0; start < all.length; start += ASKED_AT_ONCE) {
        const some = all.slice(start, start + ASKED_AT_ONCE).map(async ({ id, name }) => ({
          id,
          name,
          missing: (await missing(serviceDeskId, id)) ?? [],
        }));
        found.push(...(await Promise.all(some)));
      }
      return found;
    },

    async usableType(serviceDeskId, chosen) {
      try {
        return await usable(serviceDeskId, chosen);
      } catch (refusal) {
        if (!(refusal instanceof Undeliverable) || isJustAsked(serviceDeskId)) throw refusal;
        // What stood in the way may have been put right since.
        forget(serviceDeskId);
        return usable(serviceDeskId, chosen);
      }
    },

    async isOutdated(serviceDeskId, typeId) {
      const known = knownFields().get(`${serviceDeskId}/${typeId}`);
      if (known && clock.now() - known.at < JUST_NOW_MS) return false;
      forget(serviceDeskId);
      return (await missing(serviceDeskId, typeId))?.length !== 0;
    },
  };
}

async function remembered<T>(
  clock: Clock,
  known: Map<string, Remembered<T>>,
  key: string,
  ask: () => Promise<T>,
): Promise<T> {
  const found = known.get(key);
  if (found && clock.now() - found.at < REQUEST_TYPES_REMEMBERED_MS) return found.value;
  const value = await ask();
  known.set(key, { value, at: clock.now() });
  return value;
}
