import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Gadget } from '../jira/state/dashboard';
import type { UiModule } from '../manifest';
import type { Site } from '../site';
import type { Html } from './document';
import { answerForm, readForm } from './form-answer';
import { chevronIcon } from './icons';
import type { JiraShell } from './jira-shell';
import { messagePage } from './message-page';
import type { ModuleSource, PageScope } from './module-data';
import type { ModuleData } from './page-data';
import type { VisitorEnv } from './visitor';

/** The dashboard: gadgets of the app as Jira mounts them, each with the same configuration for everybody. */
export function createDashboardRoutes(
  { jira }: Pick<Site, 'jira'>,
  source: ModuleSource,
  shell: JiraShell,
): Hono<VisitorEnv> {
  const routes = new Hono<VisitorEnv>();
  const { dashboard } = jira;
  const PATH = `/as/:person/jira/dashboards/${dashboard.id}`;

  function moduleOf({ moduleKey }: Gadget): UiModule | undefined {
    const module = source.module(moduleKey);
    return module?.kind === 'jira:dashboardGadget' ? module : undefined;
  }

  function dataOf(gadget: Gadget, scope: PageScope, isEdited: boolean): ModuleData | undefined {
    const module = moduleOf(gadget);
    if (!module) return undefined;
    const extension = {
      dashboard: { id: dashboard.id },
      gadget: { id: gadget.id },
      gadgetConfiguration: gadget.configuration,
      entryPoint: isEdited ? 'edit' : 'view',
    };
    const data = source.data(module, { ...scope, extension });
    return isEdited && module.edit ? { ...data, resource: module.edit.resource } : data;
  }

  routes.get(PATH, (c) => {
    const visitor = c.get('visitor');
    const scope = { visitor };
    const edited = c.req.query('configure');
    const modules = dashboard
      .gadgets()
      .flatMap((gadget) => dataOf(gadget, scope, gadget.id === edited) ?? []);
    const offered = source.modules('jira:dashboardGadget', scope).map((module) => ({
      key: module.key,
      title: source.title(module, visitor),
      description: source.texts.read(module.description, visitor.locale),
    }));
    const address = `/as/${visitor.pathName}/jira/dashboards/${dashboard.id}`;
    const content = dashboardView(address, modules, offered);
    return c.html(shell({ requestUrl: c.req.url, scope, title: 'Support wall', content, modules }));
  });

  routes.post(`${PATH}/gadgets`, async (c) => {
    const { module: moduleKey = '' } = await readForm(c);
    if (source.module(moduleKey)?.kind !== 'jira:dashboardGadget')
      return c.html(messagePage('There is no such gadget', 'Check the address, or start again.'), 404);
    const { id } = dashboard.add(moduleKey);
    return c.redirect(`${new URL(c.req.url).pathname.replace(/\/gadgets$/, '')}?configure=${id}`, 303);
  });

  routes.post(`${PATH}/gadgets/:gadget/remove`, (c) => {
    const back = new URL(c.req.url).pathname.replace(/\/gadgets\/.*$/, '');
    return answerForm(c, back, () => dashboard.remove(c.req.param('gadget')));
  });

  return routes;
}

interface Offered {
  key: string;
  title: string;
  description: string;
}

function dashboardView(address: string, gadgets: ModuleData[], offered: Offered[]): Html {
  return html`<h1>Support wall</h1>
    ${gadgets.length === 0 ? html`<p>This dashboard has no gadgets yet.</p>` : ''}
    ${gadgets.map((gadget) => gadgetView(address, gadget))}
    <h2>Add a gadget</h2>
    <ul class="gadgets-offered">
      ${offered.map(
        ({ key, title, description }) =>
          html`<li>
            <form method="post" action="${address}/gadgets">
              <input type="hidden" name="module" value="${key}" />
              <button type="submit" class="button">Add</button>
              <span>${title}<small>${description}</small></span>
            </form>
          </li>`,
      )}
    </ul>`;
}

function gadgetView(address: string, { key, title, extension }: ModuleData): Html {
  const { id } = extension.gadget as { id: string };
  return html`<section class="gadget" aria-label="${title}">
    <header class="gadget-head">
      <h2>${title}</h2>
      <details class="menu menu-right">
        <summary aria-label="More actions for ${title}">${chevronIcon}</summary>
        <div class="menu-panel">
          <ul>
            <li><a class="menu-item" href="${address}?configure=${id}">Configure</a></li>
            <li>
              <form method="post" action="${address}/gadgets/${id}/remove">
                <button type="submit" class="menu-item">Remove</button>
              </form>
            </li>
          </ul>
        </div>
      </details>
    </header>
    <div class="gadget-frame" data-module="${key}" data-gadget="${id}" data-place="page"></div>
  </section>`;
}
