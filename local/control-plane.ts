import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { changePerson, peopleBody } from './change-person';
import { BadRequest, readBody, readJson } from './control-body';
import { describeSite } from './describe-site';
import { FaultSettingsError } from './faults';
import { InvokeRefused } from './invoke-refused';
import { requestChangeSchema } from './jira/actions/request-change';
import { JiraRefusal } from './jira/records/jira-refusal';
import { durationMs } from './iso-duration';
import { isLoopbackHost, isOwnOrigin } from './loopback';
import { seedChat } from './seed-chat';
import type { Site } from './site';

/** Days by which one request may move the clock: the scheduled triggers of that time all run. */
const FURTHEST_MOVE_DAYS = 31;
const DAY_MS = 86_400_000;

const clockBody = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance: z.string() }),
]);

const invokeBody = z.strictObject({
  account: z.string().min(1),
  functionKey: z.string().min(1),
  moduleKey: z.string().optional(),
  payload: z.unknown().optional(),
  projectId: z.string().optional(),
  extension: z.record(z.string(), z.unknown()).optional(),
});

const actionBody = z.strictObject({
  account: z.string().min(1),
  action: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()).optional(),
});

const refusal = (c: Context, status: ContentfulStatusCode, message: string): Response =>
  c.json({ error: message }, status);

/** Moves, breaks and looks into the site: for tests and the curious, from this machine only. */
export function createControlPlane(site: Site): Hono {
  const control = new Hono();
  const { clock } = site;
  const nowBody = (): { now: string } => ({ now: new Date(clock.now()).toISOString() });

  control.use(async (c, next) => {
    const host = c.req.header('host');
    if (!isLoopbackHost(host) || !isOwnOrigin(c.req.header('origin'), host)) {
      return refusal(c, 403, 'The control plane answers only to localhost, and not to other web sites.');
    }
    await next();
    c.res.headers.set('cache-control', 'no-store');
  });

  control.get('/health', (c) => c.json({ ok: true, ...nowBody() }));
  control.get('/site', async (c) => c.json(await describeSite(site)));
  control.get('/stats', (c) =>
    c.json({ ...site.stats.snapshot(), contractProblems: site.contractProblems() }),
  );
  control.get('/snapshot', (c) => c.json({ ...site.kvs.snapshot(), queue: site.queue.pending() }));
  control.get('/log', (c) => c.json({ lines: site.log.lines() }));

  control.post('/reset', async (c) => {
    await site.reset();
    await seedChat(site);
    return c.json({ ok: true, ...nowBody() });
  });

  control.get('/clock', (c) => c.json(nowBody()));
  control.post('/clock', async (c) => {
    const move = await readBody(c, clockBody, '{"now":"2026-11-22T16:00:00Z"} or {"advance":"PT30M"}');
    const target = 'now' in move ? Date.parse(move.now) : clock.now() + advanceOf(move.advance);
    if (target - clock.now() > FURTHEST_MOVE_DAYS * DAY_MS) {
      throw new BadRequest(`One move may be at most ${FURTHEST_MOVE_DAYS} days; make several.`);
    }
    await clock.setTo(target);
    await site.idle();
    return c.json(nowBody());
  });

  control.post('/invoke', async (c) => {
    const request = await readBody(
      c,
      invokeBody,
      '{"account":"ann","functionKey":"getPanel","payload":{},"moduleKey"?,"projectId"?,"extension"?}',
    );
    const result = await site.invoke(request);
    return c.json(result === undefined ? null : result);
  });

  control.post('/action', async (c) => {
    const expected = '{"account":"ann","action":"is-somebody-there","inputs":{"projectKey":"SUP"}}';
    const result = await site.act(await readBody(c, actionBody, expected));
    return c.json(result === undefined ? null : result);
  });

  control.get('/faults', (c) => c.json(site.faults.get()));
  control.post('/faults', async (c) => {
    site.faults.set(await readJson(c));
    return c.json(site.faults.get());
  });

  control.get('/mails', (c) => c.json(site.jira.mails()));

  control.post('/people', async (c) => {
    const expected =
      '{"account":"dee","action":"delete|deactivate|activate|revoke-agent|grant-agent","projectId"?}';
    await changePerson(site, await readBody(c, peopleBody, expected));
    return c.json({ ok: true });
  });

  control.post('/requests', async (c) => {
    const expected =
      '{"issue":"SUP-4","action":"move","to":"OPS"}, {"issue","action":"hide|show|delete"}, {"issue","action":"restrict-comment","commentId","role"} or {"issue","action":"change-reporter","account"}';
    site.jira.changeRequest(await readBody(c, requestChangeSchema, expected));
    return c.json({ ok: true });
  });

  control.all('*', (c) => {
    const message = `The control plane has no ${c.req.method} ${c.req.path}; see docs/local-site.md.`;
    return refusal(c, 404, message);
  });
  control.onError((error, c) => {
    const isMistake = [BadRequest, FaultSettingsError, JiraRefusal].some((kind) => error instanceof kind);
    if (isMistake) return refusal(c, 400, error.message);
    if (error instanceof InvokeRefused) return refusal(c, error.status, error.message);
    return refusal(c, 500, error.message);
  });
  return control;

  function advanceOf(text: string): number {
    const duration = durationMs(text);
    if (duration === null) {
      throw new BadRequest(
        '"advance" must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT30M.',
      );
    }
    return duration;
  }
}
