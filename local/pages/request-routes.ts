import { Hono } from 'hono';
import { adfOfText } from '../jira/records/adf';
import { JiraRefusal } from '../jira/records/jira-refusal';
import type { Site } from '../site';
import { answerForm, readForm } from './form-answer';
import { actorOf, noSuchRequestPage } from './portal-request';
import type { PortalModules, PortalShell } from './portal-shell';
import { myRequests, requestView } from './request-views';
import type { VisitorEnv } from './visitor';

/** Following one's requests on the portal. */
export function createRequestRoutes({ jira }: Pick<Site, 'jira'>, shell: PortalShell): Hono<VisitorEnv> {
  const routes = new Hono<VisitorEnv>();
  const { access, actions } = jira.desk;

  routes.get('/as/:person/portal/requests', (c) => {
    const visitor = c.get('visitor');
    const content = (modules: PortalModules) => myRequests(jira, visitor, modules);
    return c.html(
      shell({ requestUrl: c.req.url, visitor, page: 'my_requests', title: 'My requests', content }),
    );
  });

  routes.get('/as/:person/portal/:portal/:issue', (c) => {
    const visitor = c.get('visitor');
    try {
      const { issue, project } = access.request(actorOf(visitor), c.req.param('issue'));
      const content = (modules: PortalModules) => requestView({ jira, issue, project, visitor, modules });
      const request = { key: issue.key, typeId: Number(issue.requestTypeId) };
      const title = `${issue.key} ${issue.summary}`;
      return c.html(
        shell({ requestUrl: c.req.url, visitor, project, page: 'view_request', title, content, request }),
      );
    } catch (error) {
      if (error instanceof JiraRefusal) return noSuchRequestPage(c);
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
        throw new JiraRefusal(403, 'Only the customer and the agents of the space write here.');
      actions.comment(account, issue, { body: adfOfText(text), isPublic: true });
    });
  });

  return routes;
}
