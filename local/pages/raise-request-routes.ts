import { Hono, type Context } from 'hono';
import { requestContent } from '../jira/records/issue-fields';
import { JiraRefusal } from '../jira/records/jira-refusal';
import { requestTypeOf, type RequestType } from '../jira/records/request-catalog';
import type { Site } from '../site';
import { readForm } from './form-answer';
import { actorOf, noSuchRequestPage } from './portal-request';
import type { PortalModules, PortalShell } from './portal-shell';
import { requestForm } from './request-views';
import type { VisitorEnv } from './visitor';

/** Raising requests on the portal. */
export function createRaiseRequestRoutes({ jira }: Pick<Site, 'jira'>, shell: PortalShell): Hono<VisitorEnv> {
  const routes = new Hono<VisitorEnv>();
  const { access, actions } = jira.desk;

  const typeAt = (portal: string, typeId: string) => {
    const project = jira.projects().find(({ serviceDeskId }) => serviceDeskId === portal);
    const type = project && requestTypeOf(project, typeId);
    return project && type ? { project, type } : undefined;
  };

  const showForm = (
    c: Context<VisitorEnv>,
    found: NonNullable<ReturnType<typeof typeAt>>,
    rest: { values?: Record<string, string>; problem?: string } = {},
  ) => {
    const visitor = c.get('visitor');
    const { project, type } = found;
    const content = (modules: PortalModules) => requestForm({ project, type, visitor, modules, ...rest });
    const request = { typeId: Number(type.id) };
    const title = `${type.name} - Help Center`;
    return shell({
      requestUrl: c.req.url,
      visitor,
      project,
      page: 'create_request',
      title,
      content,
      request,
    });
  };

  routes.get('/as/:person/portal/:portal/create/:type', (c) => {
    const found = typeAt(c.req.param('portal'), c.req.param('type'));
    return found ? c.html(showForm(c, found)) : noSuchRequestPage(c);
  });

  routes.post('/as/:person/portal/:portal/create/:type', async (c) => {
    const visitor = c.get('visitor');
    const found = typeAt(c.req.param('portal'), c.req.param('type'));
    if (!found) return noSuchRequestPage(c);
    const { project, type } = found;
    const values = await readForm(c);
    try {
      const account = access.asker(actorOf(visitor));
      const content = requestContent(type, fieldValues(type, values), 'text');
      const reporterId = account.accountId;
      const issue = actions.raise(account, { ...content, project, type, reporterId, participantIds: [] });
      return c.redirect(`/as/${visitor.pathName}/portal/${project.serviceDeskId ?? ''}/${issue.key}`, 303);
    } catch (error) {
      if (!(error instanceof JiraRefusal)) throw error;
      const problem = error.status === 401 ? 'Log in first.' : error.message;
      return c.html(showForm(c, found, { values, problem }), error.status);
    }
  });

  return routes;
}

/** Choices are sent by their id. */
function fieldValues(type: RequestType, form: Record<string, string>): Record<string, unknown> {
  const values = type.fields.map(({ id, kind }): [string, unknown] => {
    const value = form[id] ?? '';
    return [id, kind === 'select' && value !== '' ? { id: value } : value];
  });
  return Object.fromEntries(values);
}
