import { Hono, type Context } from 'hono';
import { adfOfText } from '../jira/records/adf';
import { requestContent } from '../jira/records/issue-fields';
import type { JiraActor } from '../jira/records/jira-actor';
import { JiraRefusal } from '../jira/records/jira-refusal';
import { requestTypeOf, type RequestType } from '../jira/records/request-catalog';
import type { Site } from '../site';
import { answerForm, readForm } from './form-answer';
import { messagePage } from './message-page';
import type { PortalShell } from './portal-shell';
import { myRequests, requestForm, requestView } from './request-views';
import type { Visitor } from './visitor';

interface Env {
  Variables: { visitor: Visitor };
}

/** Raising requests on the portal, and following them. */
export function createRequestRoutes({ jira }: Pick<Site, 'jira'>, shell: PortalShell): Hono<Env> {
  const routes = new Hono<Env>();
  const { access, actions } = jira.desk;

  const actorOf = ({ person }: Visitor): JiraActor =>
    person ? { kind: 'user', accountId: person.accountId } : { kind: 'none' };
  const notFound = (c: Context<Env>) => {
    const link = { href: `/as/${c.get('visitor').pathName}/portal`, text: 'Go to the Help Center' };
    const sentence = 'It does not exist, or it is not yours to see.';
    return c.html(messagePage('There is no such request', sentence, link), 404);
  };
  const typeAt = (portal: string, typeId: string) => {
    const project = jira.projects().find(({ serviceDeskId }) => serviceDeskId === portal);
    const type = project && requestTypeOf(project, typeId);
    return project && type ? { project, type } : undefined;
  };

  routes.get('/as/:person/portal/requests', (c) => {
    const visitor = c.get('visitor');
    const content = myRequests(jira, visitor);
    return c.html(
      shell({ requestUrl: c.req.url, visitor, page: 'my_requests', title: 'My requests', content }),
    );
  });

  const showForm = (
    c: Context<Env>,
    found: NonNullable<ReturnType<typeof typeAt>>,
    rest: { values?: Record<string, string>; problem?: string } = {},
  ) => {
    const visitor = c.get('visitor');
    const { project, type } = found;
    const content = requestForm({ project, type, visitor, ...rest });
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
    return found ? c.html(showForm(c, found)) : notFound(c);
  });

  routes.post('/as/:person/portal/:portal/create/:type', async (c) => {
    const visitor = c.get('visitor');
    const found = typeAt(c.req.param('portal'), c.req.param('type'));
    if (!found) return notFound(c);
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

  routes.get('/as/:person/portal/:portal/:issue', (c) => {
    const visitor = c.get('visitor');
    try {
      const { issue, project } = access.request(actorOf(visitor), c.req.param('issue'));
      const content = requestView({ jira, issue, project, visitor });
      const request = { key: issue.key, typeId: Number(issue.requestTypeId) };
      const title = `${issue.key} ${issue.summary}`;
      return c.html(
        shell({ requestUrl: c.req.url, visitor, project, page: 'view_request', title, content, request }),
      );
    } catch (error) {
      if (error instanceof JiraRefusal) return notFound(c);
      throw error;
    }
  });

  routes.post('/as/:person/portal/:portal/:issue/comment', async (c) => {
    const visitor = c.get('visitor');
    const { text = '' } = await readForm(c);
    const { portal, issue: key } = c.req.param();
    return answerForm(c, `/as/${visitor.pathName}/portal/${portal}/${key}`, () => {
      const { issue, project, account } = access.request(actorOf(visitor), key);
      if (!access.mayReply(account, issue, project))
        throw new JiraRefusal(403, 'Only the customer and the agents of the project write here.');
      actions.comment(account, issue, { body: adfOfText(text), isPublic: true });
    });
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
