import { route } from '@forge/api';
import * as z from 'zod';
import { NAMES_REMEMBERED_MS, PROJECT_NAMES_MOST } from '../domain/jira-limits';
import type { JiraProject } from '../jira-ports';
import type { Clock } from '../ports';
import type { JiraClient } from './jira-client';
import { perInstallation, remember } from './per-installation';

/** Project ids that one search takes; its pages hold up to 100, so that these are one page. */
const SEARCHED_AT_ONCE = 50;

const project = z.object({ id: z.string(), key: z.string(), name: z.string() });
const projectPage = z.object({ values: z.array(project) });

/** By id. Null: Jira knew no such project. */
const knownNames = perInstallation(() => new Map<string, { project: JiraProject | null; at: number }>());

function note(clock: Clock, id: string, named: JiraProject | null): void {
  remember(knownNames(), id, { project: named, at: clock.now() }, PROJECT_NAMES_MOST);
}

const isFresh = (clock: Clock, { at }: { at: number }): boolean => clock.now() - at < NAMES_REMEMBERED_MS;

/** Names as somebody saw them lately. Who may see a project is to be asked for beside it. */
export async function projectNamed(
  jira: JiraClient,
  clock: Clock,
  idOrKey: string,
): Promise<JiraProject | null> {
  for (const entry of knownNames().values()) {
    const { project: named } = entry;
    if (named && (named.id === idOrKey || named.key === idOrKey) && isFresh(clock, entry)) return named;
  }
  const found = await jira.ask<JiraProject>('user', route`/rest/api/3/project/${idOrKey}`, project);
  if (found) note(clock, found.id, found);
  return found;
}

export async function projectsNamed(jira: JiraClient, clock: Clock, ids: string[]): Promise<JiraProject[]> {
  const known = knownNames();
  const unknown = ids.filter((id) => {
    const entry = known.get(id);
    return !entry || !isFresh(clock, entry);
  });
  for (let start = 0; start < unknown.length; start += SEARCHED_AT_ONCE) {
    const asked = unknown.slice(start, start + SEARCHED_AT_ONCE);
    const query = new URLSearchParams({ maxResults: String(SEARCHED_AT_ONCE) });
    for (const id of asked) query.append('id', id);
    const page = await jira.ask('user', route`/rest/api/3/project/search?${query}`, projectPage);
    const found = new Map((page?.values ?? []).map((each) => [each.id, each]));
    for (const id of asked) note(clock, id, found.get(id) ?? null);
  }
  return ids.flatMap((id) => known.get(id)?.project ?? []);
}

/** Where chat can be turned on: asked anew, since whoever looks may just have made one. */
export async function serviceProjects(jira: JiraClient): Promise<JiraProject[]> {
  const query = new URLSearchParams({
    typeKey: 'service_desk',
    orderBy: 'name',
    maxResults: String(SEARCHED_AT_ONCE),
  });
  const page = await jira.ask('user', route`/rest/api/3/project/search?${query}`, projectPage);
  return page?.values ?? [];
}
