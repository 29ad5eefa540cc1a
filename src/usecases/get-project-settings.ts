import { newDesk, type Desk } from '../domain/desk';
import { succeed, type Result } from '../domain/errors';
import { PANEL_ROWS } from '../domain/limits';
import { agentsOnline } from '../domain/presence';
import type { ProjectSettingsPage } from '../contract/settings';
import type { JiraProject } from '../jira-ports';
import type { Actor, Ports } from '../ports';
import { closuresOf } from './closures';
import { agentRow, changesAt, deskState, toldIn } from './get-panel';
import { administratorsOnly, projectRoles } from './standing';

export type SettingsNeeds = Pick<Ports, 'desks' | 'jira' | 'clock' | 'webTriggerUrl'>;

/** The project settings page, for those who may change it. */
export async function getProjectSettings(
  ports: SettingsNeeds,
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<ProjectSettingsPage>> {
  const found = administratorsOnly(await projectRoles(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const desk = (await ports.desks.read(projectId)) ?? newDesk(projectId);
  return succeed(await renderSettings(ports, found.value.project, desk));
}

export async function renderSettings(
  ports: SettingsNeeds,
  project: JiraProject,
  desk: Desk,
): Promise<ProjectSettingsPage> {
  const now = ports.clock.now();
  const online = agentsOnline(desk, now);
  const listed = online.slice(0, PANEL_ROWS);
  const [people, url] = await Promise.all([
    ports.jira.people(listed.map(({ accountId }) => accountId)),
    ports.webTriggerUrl(),
  ]);
  return {
    now: new Date(now).toISOString(),
    project,
    settings: desk.settings,
    rev: desk.settingsRev,
    widgetId: desk.widgetId,
    snippet: desk.widgetId && snippetOf(url, desk.widgetId),
    webTriggerUrl: url,
    state: deskState(desk, now),
    ...toldIn(desk, now),
    ...changesAt([desk], now),
    onlineCount: online.length,
    agents: listed.map((agent) => agentRow(people, agent)),
    closures: (await closuresOf(ports, desk)).closures,
  };
}

/** One line, no hosting: what a web page needs. The id's alphabet needs no escaping in HTML. */
export const snippetOf = (url: string, widgetId: string): string =>
  `<script async crossorigin src="${url}/v1/widget.js" data-widget="${widgetId}"></script>`;
