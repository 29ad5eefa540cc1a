import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { snippetOf, widgetIdOf } from '../seed-chat';
import type { Site } from '../site';
import { embedCheckPage } from './embed-check-page';
import { examplePage, type Embedded, type ExamplePageName } from './example-page';

/**
 * Somebody's own web page with the widget: another origin than the web trigger, under a policy as strict as a
 * careful company would write it.
 */
export function createExampleRoutes(site: Site): Hono {
  const routes = new Hono();

  async function embed(projectKey: string, widget: string | undefined): Promise<Embedded> {
    if (widget !== undefined) {
      return {
        snippet: html`<script async crossorigin src="${widgetScript()}" data-widget="${widget}"></script>`,
      };
    }
    const snippet = await snippetOf(site, projectKey);
    if (snippet === undefined) return { none: 'unknown' };
    return snippet === null ? { none: 'never-enabled' } : { snippet: html`${raw(snippet)}` };
  }

  const webTrigger = () => site.webTriggerUrl(site.manifest.webTriggers[0]?.key ?? '');
  const widgetScript = () => `${webTrigger()}/v1/widget.js`;

  const serve = (path: string, name: ExamplePageName) =>
    routes.get(path, async (c) => {
      const projectKey = c.req.query('project') ?? 'SUP';
      const embedded = await embed(projectKey, c.req.query('widget'));
      const { search } = new URL(c.req.url);
      c.header('content-security-policy', strictPolicy(new URL(webTrigger()).origin));
      const siteTime = site.clock.siteTime();
      return c.html(examplePage({ name, projectKey, search, embedded, siteTime }));
    });
  serve('/example', 'home');
  serve('/example/pricing', 'pricing');

  // Without a policy: the page that is put in brings its own.
  routes.get('/embed-check', async (c) => {
    const widgetId = c.req.query('widget') ?? (await widgetIdOf(site, c.req.query('project') ?? 'SUP'));
    const siteTime = site.clock.siteTime();
    return c.html(embedCheckPage({ script: widgetScript(), widgetId, siteTime }));
  });

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
