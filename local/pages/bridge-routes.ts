import { Hono } from 'hono';
import { z } from 'zod';
import type { DevSession } from '../dev-session';
import type { Site } from '../site';
import { readJson } from './json-body';
import { createLiveRoutes } from './live-routes';
import { originsOf } from './origins';
import { readScript, readStyle } from './page-assets';
import { ANONYMOUS } from './visitor';

const invokeBody = z.strictObject({
  person: z.string(),
  moduleKey: z.string(),
  projectId: z.string().nullable(),
  extension: z.record(z.string(), z.unknown()),
  functionKey: z.string(),
  payload: z.unknown().optional(),
});
const productBody = z.strictObject({
  person: z.string(),
  method: z.string(),
  path: z.string().startsWith('/'),
  body: z.string().nullable(),
  headers: z.record(z.string(), z.string()).default({}),
});

/** What `view.submit()` hands to Jira. */
const gadgetBody = z.strictObject({
  gadgetId: z.string(),
  configuration: z.record(z.string(), z.unknown()),
});

type BridgeSite = Pick<Site, 'clock' | 'invocationsLeft' | 'invoke' | 'jira' | 'onReset' | 'realtime'>;

/** What the scripts of host pages ask of the server. Other web pages are refused. */
export function createBridgeRoutes(site: BridgeSite, dev?: DevSession): Hono {
  const routes = new Hono();

  routes.use(async (c, next) => {
    if (c.req.method !== 'GET') {
      const { host, frames } = originsOf(c.req.url);
      const origin = c.req.header('origin');
      // The external page, on the frames' host, listens to the clock; nothing else is for it.
      const isLive = c.req.path.includes('/live/');
      if (origin !== host && !(isLive && origin === frames)) {
        return c.json({ error: 'Only pages of this local site may ask.' }, 403);
      }
    }
    return next();
  });

  routes.get('/:file{.+\\.js}', async (c) => {
    const script = await readScript(c.req.param('file'));
    if (script === undefined) return c.notFound();
    return c.body(script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  routes.get('/:file{.+\\.css}', (c) => {
    const style = readStyle(c.req.param('file'));
    if (style === undefined) return c.notFound();
    return c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' });
  });

  routes.post('/invoke', async (c) => {
    const { person, projectId, ...call } = await readJson(c, invokeBody);
    try {
      const request = { ...call, account: person, ...(projectId !== null && { projectId }) };
      return c.json({ value: await site.invoke(request), rateLimit: site.invocationsLeft() });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // As from the platform: the call itself went well, and carries the app's failure.
      return c.json({ error: `There was an error invoking the function - ${message}` });
    }
  });

  routes.post('/product', async (c) => {
    const { person, method, path, body, headers } = await readJson(c, productBody);
    const accountId = person === ANONYMOUS.pathName ? undefined : site.jira.person(person)?.accountId;
    const actor = accountId === undefined ? { kind: 'none' as const } : { kind: 'user' as const, accountId };
    const answer = await site.jira.handle({ method, path, headers, actor, ...(body !== null && { body }) });
    return c.json({ statusText: '', headers: {}, ...answer, isAttachment: false });
  });

  routes.post('/gadget', async (c) => {
    const { gadgetId, configuration } = await readJson(c, gadgetBody);
    if (!site.jira.dashboard.configure(gadgetId, configuration))
      return c.json({ error: 'This gadget is no longer on the dashboard.' }, 404);
    return c.json({});
  });

  routes.post('/clock/reset', (c) => {
    site.clock.reset();
    return c.json({});
  });

  routes.route('/', createLiveRoutes(site, dev));
  return routes;
}
