import { refuse, succeed, type Result } from '../domain/errors';
import { LONGEST_MINUTES_MAX, LONGEST_MINUTES_MIN } from '../domain/limits';
import type { GivenGlobalSettings } from '../contract/settings';
import { differingGlobalSettings, type GlobalSettings, type SavedGlobalSettings } from '../domain/settings';
import type { Actor, Ports } from '../ports';
import { changeRecord } from './change-record';

type Needs = Pick<Ports, 'site' | 'jira' | 'clock' | 'random'> & {
  desks: Pick<Ports['desks'], 'widgetOfProject' | 'list'>;
};

/** The settings of the whole site, for Jira admins. */
export async function getGlobalSettings(ports: Needs, actor: Actor): Promise<Result<SavedGlobalSettings>> {
  if (!(await isJiraAdmin(ports, actor))) return refusal;
  return succeed(await ports.site.savedGlobalSettings());
}

/** With a `rev`, only on top of the version that it names; without one, the last who saves wins. */
export async function saveGlobalSettings(
  ports: Needs,
  actor: Actor,
  { settings: given, rev }: { settings: GivenGlobalSettings; rev?: number | undefined },
): Promise<Result<SavedGlobalSettings>> {
  if (!(await isJiraAdmin(ports, actor))) return refusal;
  const { defaultChat } = given;
  const isThere = defaultChat == null || (await ports.desks.widgetOfProject(defaultChat)) !== null;
  const { decision } = await changeRecord<SavedGlobalSettings, Decision>(ports, {
    read: () => ports.site.savedGlobalSettings(),
    decide: (saved) =>
      decide(
        saved,
        { ...given, defaultChat: defaultChat === undefined ? (saved?.defaultChat ?? null) : defaultChat },
        isThere,
        rev,
      ),
    store: (_, { kind, value }) => (kind === 'changed' ? ports.site.commitGlobalSettings(value) : null),
  });
  if (decision.kind === 'out-of-range') return outOfRange;
  if (decision.kind === 'no-chat') return noChat;
  return decision.kind === 'conflict' ? conflict : succeed(decision.value);
}

interface Decision {
  kind: 'changed' | 'unchanged' | 'conflict' | 'out-of-range' | 'no-chat';
  value: SavedGlobalSettings;
}

function decide(
  saved: SavedGlobalSettings | null,
  settings: GlobalSettings,
  /** Chat is on where the help center's is to be. */
  isThere: boolean,
  rev: number | undefined,
): Decision {
  const before = saved?.rev ?? 0;
  // An earlier save whose answer was lost, or somebody with the same idea.
  if (saved && differingGlobalSettings(saved, settings).length === 0)
    return { kind: 'unchanged', value: saved };
  const value = { ...settings, rev: before + 1 };
  // What was stored before there were bounds can be kept.
  if (settings.longestMinutes !== saved?.longestMinutes && !isInRange(settings))
    return { kind: 'out-of-range', value };
  if (settings.defaultChat !== saved?.defaultChat && !isThere) return { kind: 'no-chat', value };
  return { kind: rev === undefined || rev === before ? 'changed' : 'conflict', value };
}

/** Whose chat the help center's front page can show. */
export async function getChatSpaces(
  ports: Needs,
  actor: Actor,
): Promise<Result<{ spaces: { id: string; name: string }[] }>> {
  if (!(await isJiraAdmin(ports, actor))) return refusal;
  const on = (await ports.desks.list()).filter(({ chatEnabled }) => chatEnabled);
  const projects = await ports.jira.projects(on.map(({ projectId }) => projectId));
  const spaces = projects.map(({ id, name }) => ({ id, name }));
  return succeed({ spaces: spaces.toSorted((a, b) => a.name.localeCompare(b.name)) });
}

const isInRange = ({ longestMinutes }: GlobalSettings): boolean =>
  longestMinutes === null || (longestMinutes >= LONGEST_MINUTES_MIN && longestMinutes <= LONGEST_MINUTES_MAX);

const outOfRange = refuse(
  'invalid-request',
  'The maximum online time is 1 to 24 hours, or has no limit. Choose one of these.',
);

const noChat = refuse(
  'invalid-request',
  'Chat is off in that space. Turn it on there first, or choose another space.',
);

const refusal = refuse(
  'not-allowed',
  'Only a Jira admin can see and change the global settings. Ask one of them.',
);

const conflict = refuse(
  'conflict',
  'Someone else saved the global settings in the meantime. Check their version, then save again.',
);

const isJiraAdmin = async ({ jira }: Needs, actor: Actor): Promise<boolean> =>
  actor.kind === 'licensed' && (await jira.myRoles(actor.accountId, [], 0)).jiraAdmin;
