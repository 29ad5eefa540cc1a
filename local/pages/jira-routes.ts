import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { Project } from '../jira/projects';
import type { UiModule } from '../manifest';
import type { Site } from '../site';
import { createDashboardRoutes } from './dashboard-routes';
import type { Html } from './document';
import { createIssueRoutes } from './issue-routes';
import { createJiraShell } from './jira-shell';
import { messagePage } from './message-page';
import type { ModuleSource, PageScope } from './module-data';
import { isLicensed, visitorOf, type VisitorEnv } from './visitor';

/** The pages of the local Jira, below `/as/<person>/jira`. */
export function createJiraRoutes(site: Site, source: ModuleSource): Hono<VisitorEnv> {
  const routes = new Hono<VisitorEnv>();
  const shell = createJiraShell(site, source);

  routes.use('/as/:person/jira/*', async (c, next) => {
    const visitor = visitorOf(site.jira, c.req.param('person') ?? '');
    if (!visitor) return c.html(messagePage('No one with that name can log in here', NOBODY), 404);
    if (!isLicensed(visitor)) {
      const portal = { href: `/as/${visitor.pathName}/portal`, text: 'Go to the customer portal' };
      return c.html(
        messagePage('No access to Jira', `${visitor.name} can use the customer portal.`, portal),
        403,
      );
    }
    c.set('visitor', visitor);
    return next();
  });

  const notFound = (c: Context, what: string) =>
    c.html(messagePage(`There is no such ${what}`, 'Check the address, or start again.'), 404);

  /** A module's frame filling the content. */
  const modulePage = (
    c: Context,
    kind: UiModule['kind'],
    scope: PageScope,
    base: string,
  ): Response | Promise<Response> => {
    const module = source.module(c.req.param('module') ?? '');
    if (module?.kind !== kind) return notFound(c, 'page of an app');
    const data = source.data(module, scope, `${base}/${module.key}`);
    const content = html`<div class="module-page" data-module="${module.key}" data-place="page"></div>`;
    return c.html(shell({ requestUrl: c.req.url, scope, title: data.title, content, modules: [data] }));
  };

  routes.get('/as/:person/jira', (c) => {
    const visitor = c.get('visitor');
    const content = projectList(site.jira.projects(), `/as/${visitor.pathName}/jira`);
    return c.html(shell({ requestUrl: c.req.url, scope: { visitor }, title: 'Spaces', content }));
  });

  const global = (c: Context<VisitorEnv>) => {
    const visitor = c.get('visitor');
    return modulePage(c, 'jira:globalPage', { visitor }, `/as/${visitor.pathName}/jira/apps`);
  };
  routes.get('/as/:person/jira/apps/:module', global);
  routes.get('/as/:person/jira/apps/:module/*', global);

  routes.get('/as/:person/jira/settings/apps/:module', (c) => {
    const visitor = c.get('visitor');
    return modulePage(c, 'jira:adminPage', { visitor }, `/as/${visitor.pathName}/jira/settings/apps`);
  });

  routes.get('/as/:person/jira/settings/personal/apps/:module', (c) => {
    const visitor = c.get('visitor');
    const base = `/as/${visitor.pathName}/jira/settings/personal/apps`;
    return modulePage(c, 'jira:personalSettingsPage', { visitor }, base);
  });

  const ofProject = (c: Context<VisitorEnv>) => {
    const visitor = c.get('visitor');
    const project = site.jira.project(c.req.param('key') ?? '');
    if (!project) return notFound(c, 'space');
    const base = `/as/${visitor.pathName}/jira/projects/${project.key}/apps`;
    return modulePage(c, 'jira:projectPage', { visitor, project }, base);
  };
  routes.get('/as/:person/jira/projects/:key/apps/:module', ofProject);
  routes.get('/as/:person/jira/projects/:key/apps/:module/*', ofProject);

  routes.get('/as/:person/jira/projects/:key/queues/apps/:module', (c) => {
    const visitor = c.get('visitor');
    const project = site.jira.project(c.req.param('key'));
    if (project?.type !== 'service_desk') return notFound(c, 'service space');
    const base = `/as/${visitor.pathName}/jira/projects/${project.key}/queues/apps`;
    return modulePage(c, 'jiraServiceManagement:queuePage', { visitor, project }, base);
  });

  routes.route('/', createIssueRoutes(site, shell, source));
  routes.route('/', createDashboardRoutes(site, source, shell));

  // Display conditions hide the entry in the navigation; the page answers whoever knows its address, as Jira does.
  routes.get('/as/:person/jira/projects/:key/settings/apps/:module', (c) => {
    const visitor = c.get('visitor');
    const project = site.jira.project(c.req.param('key'));
    if (!project) return notFound(c, 'space');
    const base = `/as/${visitor.pathName}/jira/projects/${project.key}/settings/apps`;
    return modulePage(c, 'jira:projectSettingsPage', { visitor, project }, base);
  });

  return routes;
}

const NOBODY = 'People who were deactivated or deleted can’t log in. Choose someone on the start page.';

function projectList(projects: Project[], home: string): Html {
  return html`<h1>Spaces</h1>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Key</th>
          <th scope="col">Type</th>
        </tr>
      </thead>
      <tbody>
        ${projects.map(
          ({ key, name, type }) =>
            html`<tr>
              <td><a href="${home}/projects/${key}">${name}</a></td>
              <td>${key}</td>
              <td>${type === 'software' ? 'Software' : 'Service management'}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
