import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { Site } from '../site';
import type { Html } from './document';
import { examplePage, type ExamplePageName } from './example-page';

const settingsAnswer = z.object({ ok: z.literal(true), value: z.object({ snippet: z.string().nullable() }) });

/**
 * Somebody's own web page with the widget: another origin than the web trigger, under a policy as strict as a
 * careful company would write it.
 */
export function createExampleRoutes(site: Site): Hono {
  const routes = new Hono();

  /** The one line that the project's admin would copy from its settings; null as long as chat is off. */
  async function snippetOf(projectKey: string): Promise<string | null> {
    const project = site.jira.project(projectKey);
    const [admin] = [`project-admin:${projectKey}`, 'jira-admin'].flatMap((role) =>
      site.jira.people().filter(({ roles }) => roles.includes(role)),
    );
    const page = site.manifest.ui.find(({ kind }) => kind === 'jira:projectSettingsPage');
    if (!project || !admin || !page) return null;
    const answer = settingsAnswer.safeParse(
      await site.invoke({
        account: admin.accountId,
        moduleKey: page.key,
        functionKey: 'getProjectSettings',
        payload: { projectId: project.id },
        projectId: project.id,
      }),
    );
    return answer.success ? answer.data.value.snippet : null;
  }

  async function embed(projectKey: string, widget: string | undefined): Promise<Html | null> {
    if (widget !== undefined) {
      return html`<script async src="${widgetScript()}" data-widget="${widget}"></script>`;
    }
    const snippet = await snippetOf(projectKey);
    return snippet === null ? null : html`${raw(snippet)}`;
  }

  const webTrigger = () => site.webTriggerUrl(site.manifest.webTriggers[0]?.key ?? '');
  const widgetScript = () => `${webTrigger()}/v1/widget.js`;

  const serve = (path: string, name: ExamplePageName) =>
    routes.get(path, async (c) => {
      const projectKey = c.req.query('project') ?? 'SUP';
      const snippet = await embed(projectKey, c.req.query('widget'));
      const { search } = new URL(c.req.url);
      c.header('content-security-policy', strictPolicy(new URL(webTrigger()).origin));
      return c.html(examplePage({ name, projectKey, search, snippet, clockAheadMs: site.clock.ahead() }));
    });
  serve('/example', 'home');
  serve('/example/pricing', 'pricing');

  return routes;
}

function strictPolicy(webTriggerOrigin: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${webTriggerOrigin}`,
    `connect-src 'self' ${webTriggerOrigin}`,
    `img-src 'self' ${webTriggerOrigin}`,
    "style-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
