import { Hono, type Context } from 'hono';
import { adfOfText } from '../jira/records/adf';
import { issueTypeOf } from '../jira/json/issue-json';
import type { IssueComment } from '../jira/records/issue';
import type { JiraActor } from '../jira/records/jira-actor';
import { JiraRefusal } from '../jira/records/jira-refusal';
import type { Site } from '../site';
import { answerForm, readForm } from './form-answer';
import { issueContext } from './issue-context';
import { issueView, queueView, searchView } from './issue-views';
import type { JiraShell } from './jira-shell';
import { messagePage } from './message-page';
import type { ModuleSource } from './module-data';
import type { Visitor, VisitorEnv } from './visitor';

/** Queues and issues, and what people do with them. Who may enter Jira at all is decided before. */
export function createIssueRoutes(
  site: Pick<Site, 'jira'>,
  shell: JiraShell,
  source: ModuleSource,
): Hono<VisitorEnv> {
  const routes = new Hono<VisitorEnv>();
  const { jira } = site;
  const { access, actions } = jira.desk;

  const actorOf = ({ person }: Visitor): JiraActor =>
    person ? { kind: 'user', accountId: person.accountId } : { kind: 'none' };
  const notFound = (c: Context, what: string) =>
    c.html(messagePage(`There is no such ${what}`, 'Check the address, or start again.'), 404);

  routes.get('/as/:person/jira/projects/:key', (c) => {
    const visitor = c.get('visitor');
    const project = jira.project(c.req.param('key'));
    if (!project) return notFound(c, 'space');
    const shows = c.req.query('show') === 'closed' ? 'closed' : 'open';
    const content = queueView({ jira, project, visitor, shows });
    return c.html(
      shell({ requestUrl: c.req.url, scope: { visitor, project }, title: project.name, content }),
    );
  });

  // Jira's issue navigator, of searches in one project.
  routes.get('/as/:person/jira/issues/', async (c) => {
    const visitor = c.get('visitor');
    const query = new URLSearchParams({ jql: c.req.query('jql') ?? '', fields: 'summary' });
    const path = `/rest/api/3/search/jql?${query.toString()}`;
    const { status, body } = await jira.handle({ method: 'GET', path, actor: actorOf(visitor) });
    if (status !== 200) return notFound(c, 'search');
    const keys = (JSON.parse(body) as { issues: { key: string }[] }).issues.map(({ key }) => key);
    const found = keys.map((key) => jira.desk.issues.find(key)).filter((issue) => issue !== undefined);
    const project = jira.project(found[0]?.projectId ?? '') ?? jira.projects()[0];
    if (!project) return notFound(c, 'search');
    const content = searchView(jira, visitor, project, found);
    return c.html(shell({ requestUrl: c.req.url, scope: { visitor, project }, title: 'Search', content }));
  });

  routes.get('/as/:person/jira/browse/:issue', (c) => {
    const visitor = c.get('visitor');
    try {
      const { issue, project, account } = access.issue(actorOf(visitor), c.req.param('issue'));
      if (!account) return notFound(c, 'request');
      const editing = c.req.query('edit');
      const { id: typeId, name: type } = issueTypeOf(issue);
      const place = { issue: { id: issue.id, key: issue.key, type, typeId } };
      const { sections, modules } = issueContext(source, { visitor, project, extension: place });
      const content = issueView({ jira, issue, project, visitor, account, editing, sections });
      const scope = { visitor, project, issueKey: issue.key };
      const title = `[${issue.key}] ${issue.summary}`;
      return c.html(shell({ requestUrl: c.req.url, scope, title, content, modules }));
    } catch (error) {
      if (error instanceof JiraRefusal) return notFound(c, 'request');
      throw error;
    }
  });

  routes.post('/as/:person/jira/browse/:issue/:action', async (c) => {
    const visitor = c.get('visitor');
    const form = await readForm(c);
    const { issue: key, action } = c.req.param();
    const home = `/as/${visitor.pathName}/jira`;
    // The project outlives its issue.
    const project = jira.project(jira.desk.issues.find(key)?.projectId ?? '');
    const back =
      action === 'delete-issue' && project ? `${home}/projects/${project.key}` : `${home}/browse/${key}`;
    return answerForm(c, back, () => act(actorOf(visitor), key, action, form));
  });

  function act(actor: JiraActor, key: string, action: string, form: Record<string, string>): void {
    const account = access.asker(actor);
    const { issue, project } = access.issue(actor, key);
    const commentOf = (): IssueComment => {
      const comment = issue.comments.find(({ id }) => id === form.comment);
      if (!comment || !access.seesComment(account, issue, comment))
        throw new JiraRefusal(404, 'This comment was deleted.');
      return comment;
    };
    const body = adfOfText(form.text ?? '');
    switch (action) {
      case 'comment': {
        const isPublic = form.visibility === 'public';
        if (isPublic && !access.mayReply(account, issue, project))
          throw new JiraRefusal(403, 'Only agents of the space reply to customers.');
        actions.comment(account, issue, { body, isPublic });
        return;
      }
      case 'edit':
        return actions.editComment(account, issue, commentOf(), body);
      case 'delete':
        return actions.deleteComment(account, issue, commentOf());
      case 'delete-issue':
        return actions.remove(account, issue, project);
      case 'transition':
        return actions.transition(account, issue, project, form.transition ?? '', {
          fields: fieldsIn(form),
        });
      case 'assign':
        // The button of "Unassign" has no value.
        return actions.assign(account, issue, project, form.assignee === '' ? null : (form.assignee ?? null));
      default:
        throw new JiraRefusal(404, 'Work items have no such action.');
    }
  }

  return routes;
}

/** What was filled in on a transition's screen, as the REST API takes it. */
function fieldsIn({ transition: _which, ...fields }: Record<string, string>): Record<string, unknown> {
  const { resolution: id, ...texts } = fields;
  return id === undefined ? texts : { ...texts, resolution: { id } };
}
