import type { Desk } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import { FIRST_STEPS_CHOICES, FIRST_STEPS_DESKS } from '../domain/team-limits';
import { agentsOnline } from '../domain/presence';
import { requestTypeProblem } from '../domain/request-type-problem';
import { PORTAL, type SeenPage } from '../domain/seen-page';
import type { FirstSteps } from '../contract/first-steps';
import type { JiraProject } from '../jira-ports';
import { PlatformFault, type Actor, type Ports } from '../ports';
import { snippetOf } from './get-project-settings';
import { administratorsOnly, isAgent, namedProjects, partsOf, projectRoles, FOR_SHOW } from './standing';

type Needs = Pick<Ports, 'clock' | 'webTriggerUrl' | 'report'> & {
  desks: Pick<Ports['desks'], 'list' | 'read' | 'readMany'>;
  log: Pick<Ports['log'], 'page'>;
  seenPages: Pick<Ports['seenPages'], 'read'>;
  jira: Pick<Ports['jira'], 'myRoles' | 'project' | 'projects' | 'serviceDeskId' | 'serviceProjects'>;
  serviceDesk: Pick<Ports['serviceDesk'], 'requestTypes'>;
};

/** How far a desk is, as far as storage tells. */
interface Progress {
  project: JiraProject;
  desk: Desk | null;
  wasOnline: boolean;
  pages: SeenPage[];
}

const jiraAdminsOnly = refuse('not-allowed', 'Only a Jira admin can do this. Ask one of them.');

/** What is still missing, from what is really the case: of a project for its admins, of the site for Jira admins. */
export async function getFirstSteps(
  ports: Needs,
  actor: Actor,
  { projectId }: { projectId?: string | undefined },
): Promise<Result<FirstSteps>> {
  if (projectId === undefined) return ofSite(ports, actor);
  const found = administratorsOnly(await projectRoles(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const { project } = found.value;
  const progress = await progressOf(ports, project, await ports.desks.read(projectId));
  return succeed(await stepsOf(ports, progress, isAgent(found.value, projectId)));
}

/** The site is done with it once one desk is: whoever set that up knows how. */
async function ofSite(ports: Needs, actor: Actor): Promise<Result<FirstSteps>> {
  const parts = await partsOf(ports, actor, FOR_SHOW);
  if (!parts.ok) return parts;
  if (!parts.value.roles.jiraAdmin) return jiraAdminsOnly;
  const ids = [...parts.value.chatProjects].slice(0, FIRST_STEPS_DESKS);
  const [projects, desks] = await Promise.all([namedProjects(ports.jira, ids), ports.desks.readMany(ids)]);
  const all = await Promise.all(
    projects.map((project) => progressOf(ports, project, desks.get(project.id) ?? null)),
  );
  const [furthest] = all.toSorted((a, b) => stagesOf(b) - stagesOf(a));
  if (furthest) return succeed(await stepsOf(ports, furthest, isAgent(parts.value, furthest.project.id)));
  const choices = (await ports.jira.serviceProjects()).slice(0, FIRST_STEPS_CHOICES);
  return succeed({ ...nothingYet(ports), choices });
}

const stagesOf = ({ wasOnline, pages }: Progress): number => Number(wasOnline) + Number(pages.length > 0);

async function progressOf(ports: Needs, project: JiraProject, desk: Desk | null): Promise<Progress> {
  const [wasOnline, pages] = await Promise.all([
    wasEverOnline(ports, desk),
    desk?.widgetId ? ports.seenPages.read(desk.widgetId) : [],
  ]);
  return { project, desk, wasOnline, pages };
}

/** Desks of before did not note it: then whoever is in the roster was, or the log tells. */
async function wasEverOnline({ log }: Pick<Needs, 'log'>, desk: Desk | null): Promise<boolean> {
  if (!desk) return false;
  if (desk.firstOnlineAt !== undefined || Object.keys(desk.roster).length > 0) return true;
  const { entries } = await log.page(desk.projectId, null, true);
  return entries.some(({ event }) => event === 'went-online');
}

const nothingYet = ({ clock }: Pick<Needs, 'clock'>): FirstSteps => ({
  now: iso(clock.now()),
  project: null,
  isAgent: false,
  chat: { done: false },
  requests: null,
  online: { done: false, count: 0 },
  seen: { done: false, portalAt: null, websites: [], portalUrl: null, snippet: null },
  done: false,
});

async function stepsOf(
  ports: Needs,
  { project, desk, wasOnline, pages }: Progress,
  mayGoOnline: boolean,
): Promise<FirstSteps> {
  const [requests, url] = await Promise.all([requestsOf(ports, project.id, desk), ports.webTriggerUrl()]);
  const isOn = desk?.settings.chatEnabled ?? false;
  const allowed = desk?.settings.allowedOrigins ?? [];
  const websites = pages
    .filter(({ origin }) => origin !== PORTAL)
    .map(({ origin, at }) => ({
      origin,
      at: iso(at),
      isAllowed: allowed.length === 0 || allowed.includes(origin),
    }));
  const onPortal = pages.find(({ origin }) => origin === PORTAL);
  const isSeen = onPortal !== undefined || websites.some(({ isAllowed }) => isAllowed);
  const portal = desk?.portal;
  return {
    ...nothingYet(ports),
    project,
    isAgent: mayGoOnline,
    chat: { done: isOn },
    requests,
    online: { done: wasOnline, count: desk ? agentsOnline(desk, ports.clock.now()).length : 0 },
    seen: {
      done: isSeen,
      portalAt: onPortal ? iso(onPortal.at) : null,
      websites,
      portalUrl: portal ? `${portal.siteUrl}/servicedesk/customer/portal/${portal.serviceDeskId}` : null,
      snippet: desk?.widgetId ? snippetOf(url, desk.widgetId) : null,
    },
    // What Jira does not say now hinders nobody: it says so when it is asked again.
    done: isOn && wasOnline && isSeen && (requests?.done ?? true),
  };
}

async function requestsOf(
  { jira, serviceDesk, report }: Needs,
  projectId: string,
  desk: Desk | null,
): Promise<FirstSteps['requests']> {
  try {
    const serviceDeskId = await jira.serviceDeskId(projectId);
    if (serviceDeskId === null) return { done: false, problem: 'none-usable', name: null, missing: [] };
    const found = await serviceDesk.requestTypes(serviceDeskId);
    const types = found.map(({ missing, ...type }) => ({ ...type, missing, usable: missing.length === 0 }));
    const chosenId = desk?.settings.requestTypeId ?? null;
    const problem = requestTypeProblem(types, chosenId);
    const chosen =
      chosenId === null
        ? (types.find(({ usable }) => usable) ?? types[0])
        : types.find(({ id }) => id === chosenId);
    const [name, missing] = [chosen?.name ?? null, chosen?.missing ?? []];
    return { done: problem === null, problem, name, missing };
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    report.failure('the request types of a project were not looked at', fault);
    return null;
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();
