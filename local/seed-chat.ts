import type { Site } from './site';

/** Whose hands switch chat on, in which projects: the seed of every local site. */
const CHAT_ON: { project: string; admin: string }[] = [
  { project: 'SUP', admin: 'pia' },
  { project: 'OPS', admin: 'otto' },
];

interface SettingsAnswer {
  ok: boolean;
  value?: { settings: Record<string, unknown>; rev: number; widgetId: string | null };
  error?: { message: string };
}

const adminOf = (site: Site, projectKey: string): string =>
  CHAT_ON.find(({ project }) => project === projectKey)?.admin ??
  site.jira.people().find(({ roles }) => roles.includes('jira-admin'))?.seedName ??
  'anonymous';

async function ask(site: Site, key: string, functionKey: string, payload: object): Promise<SettingsAnswer> {
  const projectId = site.jira.project(key)?.id;
  const request = { account: adminOf(site, key), functionKey, payload: { projectId, ...payload }, projectId };
  return (await site.invoke(request)) as SettingsAnswer;
}

/** Switches chat on where the seed has it, through the app itself, before any faults begin. */
export const seedChat = (site: Site): Promise<void> => withoutFaults(site, () => switchOn(site));

async function withoutFaults(site: Site, work: () => Promise<void>): Promise<void> {
  const faults = site.faults.get();
  site.faults.set({});
  await work();
  site.faults.set(faults);
}

async function switchOn(site: Site): Promise<void> {
  for (const { project } of CHAT_ON) {
    const page = await ask(site, project, 'getProjectSettings', {});
    const settings = { ...page.value?.settings, chatEnabled: true };
    const saved = await ask(site, project, 'saveProjectSettings', { settings, rev: page.value?.rev ?? 0 });
    if (!saved.ok)
      throw new Error(`Chat could not be switched on in ${project}: ${saved.error?.message ?? ''}`);
  }
  await site.idle();
  site.kvs.catchUp();
  site.stats.reset();
}

/** The project's public widget id, as its admin sees it now; null when chat was never on or cannot be asked for. */
export async function widgetIdOf(site: Site, projectKey: string): Promise<string | null> {
  try {
    return (await ask(site, projectKey, 'getProjectSettings', {})).value?.widgetId ?? null;
  } catch {
    return null;
  }
}

/** The line for web pages; where a fault is in the way, as the app said it last. Null and undefined as noted. */
export async function snippetOf(site: Site, projectKey: string): Promise<string | null | undefined> {
  await ask(site, projectKey, 'getProjectSettings', {}).catch(() => undefined);
  return site.snippets.of(projectKey);
}

/** Asks for every snippet of a site whose state was restored, before any faults begin. */
export async function noteSnippets(site: Site): Promise<void> {
  await withoutFaults(site, async () => {
    for (const { key, serviceDeskId } of site.jira.projects())
      if (serviceDeskId !== null) await snippetOf(site, key);
  });
  site.stats.reset();
}
