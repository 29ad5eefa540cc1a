import { beforeEach, describe, expect, it } from 'vitest';
import { PANEL_HASH } from '../../src/generated/widget-assets';
import { HOUR, NOON } from '../support/desk-builders';
import { CLOSURE_MESSAGE_LENGTH } from '../../src/domain/clock/clock-limits';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';
import { ALL_DAYS, aSchedule, slotsOn } from '../support/clock-builders';

let app: SiteDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
});

type Answer = Awaited<ReturnType<SiteDriver['site']['webTrigger']>>;

const get = (path: string, method = 'GET', body?: string): Promise<Answer> =>
  app.site.webTrigger({ method, path, ...(body !== undefined && { body }) });
const header = (answer: Answer, name: string): string =>
  Object.entries(answer.headers)
    .find(([key]) => key.toLowerCase() === name)?.[1]
    .join(', ') ?? '';
const headBytes = ({ headers }: Answer): number =>
  Object.entries(headers).reduce(
    (sum, [name, values]) => sum + name.length + values.join(', ').length + 4,
    17,
  );

const UNKNOWN = 'A'.repeat(22);

describe('GET /v1/availability/{widgetId}', () => {
  it('F1: costs exactly one storage read, no write, no log line and no call to Jira', async () => {
    await app.goOnline('ann');
    app.site.stats.reset();
    await app.poll(widgetId);
    const { storage, jira, log, queue } = app.site.stats.snapshot();
    expect(Object.keys(storage)).toEqual(['get']);
    expect(storage.get).toMatchObject({ calls: 1, bytesWritten: 0 });
    expect(jira).toEqual({});
    expect(log.lines).toBe(0);
    expect(queue.pushed).toBe(0);
  });

  it('F1, F2, F6: with schedules and a closure’s longest sentence is one read of 1,024 bytes, and as much of body', async () => {
    const { rev } = await app.value('ann', 'getMySchedule');
    const schedule = aSchedule({
      slots: slotsOn(ALL_DAYS, '09:00-12:00', '13:00-17:00'),
      rollCall: 'confirm',
    });
    await app.value('ann', 'saveMySchedule', { schedule, rev });
    // Four bytes each, as no sentence has more.
    const message = '\u{1F3D5}'.repeat(CLOSURE_MESSAGE_LENGTH);
    const until = new Date(NOON + HOUR).toISOString();
    await app.value('pia', 'saveClosure', { projectId: SUP, until, message, operationId: anOperation() });
    app.site.stats.reset();
    const { body } = await get(`/v1/availability/${widgetId}`);
    const { storage } = app.site.stats.snapshot();
    expect(JSON.parse(body)).toMatchObject({ state: 'offline', closed: { message } });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1_024);
    expect(Object.keys(storage)).toEqual(['get']);
    expect(storage.get?.calls).toBe(1);
    expect(storage.get?.bytesRead).toBeLessThanOrEqual(1_024);
  });

  it('F6: is at most 512 bytes of body, 1 KB with headers, and may be kept no longer than it is true', async () => {
    const until = new Date(NOON + HOUR).toISOString();
    await app.goOnline('ann', { until });
    const answer = await get(`/v1/availability/${widgetId}`);
    const body = String(answer.body);
    expect(body.length).toBeLessThanOrEqual(512);
    expect(headBytes(answer) + body.length).toBeLessThanOrEqual(1_024);
    expect(JSON.parse(body)).toMatchObject({
      state: 'online',
      anonymous: true,
      until: '2026-11-22T13:00:00Z',
      next: 60,
    });
    expect(header(answer, 'cache-control')).toBe('public, max-age=15');
    await app.clock.setTo(NOON + HOUR - 4_500);
    expect(header(await get(`/v1/availability/${widgetId}`), 'cache-control')).toBe('public, max-age=4');
  });

  it('needs no preflight, and answers one all the same', async () => {
    expect(header(await get(`/v1/availability/${widgetId}`), 'access-control-allow-origin')).toBe('*');
    const preflight = await get(`/v1/availability/${widgetId}`, 'OPTIONS');
    expect(preflight.status).toBe(204);
    expect(header(preflight, 'access-control-allow-methods')).toContain('GET');
  });

  it('C7: answers unknown, malformed, disabled and renewed-away ids alike', async () => {
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    await app.value('pia', 'renewWidgetId', { projectId: SUP });
    const answers = [await get(`/v1/availability/${widgetId}`)];
    const renewed = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, chatEnabled: false };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: renewed.rev });
    for (const id of [String(renewed.widgetId), UNKNOWN, 'x', 'ä', '0'.repeat(100)]) {
      answers.push(await get(`/v1/availability/${id}`));
    }
    expect(
      new Set(answers.map(({ status, body, headers }) => JSON.stringify({ status, body, headers }))).size,
    ).toBe(1);
    expect(JSON.parse(String(answers[0]?.body))).toMatchObject({ state: 'disabled', anonymous: false });
    for (const id of [widgetId, String(renewed.widgetId), UNKNOWN]) {
      expect((await get(`/v1/widgets/${id}`)).status).toBe(404);
    }
  });

  it('R7: answers offline and degraded within two seconds when storage is down, throttled or slow', async () => {
    await app.goOnline('ann');
    for (const storage of [
      { down: true },
      { throttled: 1 },
      { lostBefore: 1 },
      { latencyMs: [5_000, 9_000] },
    ]) {
      app.site.faults.set({ storage });
      const asked = app.clock.now();
      const answer = await get(`/v1/availability/${widgetId}`);
      expect(app.clock.now() - asked).toBeLessThanOrEqual(2_000);
      expect(answer.status).toBe(200);
      const body = JSON.parse(String(answer.body)) as { next: number };
      expect(body).toMatchObject({ state: 'offline', anonymous: false, degraded: true });
      expect(body.next).toBeGreaterThanOrEqual(120);
      expect(header(answer, 'cache-control')).toBe('public, max-age=0');
      const askedForConfig = app.clock.now();
      const config = await get(`/v1/widgets/${widgetId}`);
      expect(app.clock.now() - askedForConfig).toBeLessThanOrEqual(2_000);
      expect(config.status).toBe(503);
      expect(header(config, 'retry-after')).toBe('120');
    }
    app.site.faults.set({});
    expect((await app.poll(widgetId)).state).toBe('online');
  });

  it.each(['{"v":2}', '"online"', '{"v":1,"o":1,"e":[],"k":1e300,"a":0,"h":0}', '[]', 'null'])(
    'reads a stored record %s as offline, reports it once, and leaves it as it is',
    async (record) => {
      const key = `s:${widgetId}`;
      app.site.kvs.handle('/api/v1/set', JSON.stringify({ key, value: JSON.parse(record) as unknown }));
      const before = JSON.stringify(app.site.kvs.snapshot());
      app.site.stats.reset();
      for (let times = 0; times < 3; times++) {
        expect(await app.poll(widgetId)).toMatchObject({ state: 'offline', degraded: true });
      }
      expect(app.site.stats.snapshot().log.lines).toBe(1);
      expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
    },
  );
});

describe('the other routes', () => {
  it('GET /v1/widgets/{widgetId}: what a page needs once, in the nearest language', async () => {
    const config = async (locale: string): Promise<Record<string, unknown>> =>
      JSON.parse(String((await get(`/v1/widgets/${widgetId}?locale=${locale}`)).body)) as Record<
        string,
        unknown
      >;
    expect(await config('de-AT')).toMatchObject({ locale: 'de-DE', panel: `panel-${PANEL_HASH}.js` });
    expect(await config('xx')).toMatchObject({
      locale: 'en-US',
      requestUrl: `${app.site.siteUrl}/servicedesk/customer/portal/1`,
    });
    expect(header(await get(`/v1/widgets/${widgetId}`), 'cache-control')).toBe('public, max-age=300');
  });

  it('F7: a page loads what it needs once, and again only after the settings have changed', async () => {
    const version = async (): Promise<string> => String((await app.poll(widgetId)).config);
    const kept = async (query: string): Promise<string> =>
      header(await get(`/v1/widgets/${widgetId}?locale=de-DE${query}`), 'cache-control');
    const before = await version();
    await app.goOnline('ann');
    expect(await version()).toBe(before);
    expect(await kept(`&v=${before}`)).toContain('immutable');
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, welcomeText: 'Ask us anything.' };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    expect(await version()).not.toBe(before);
    expect(await kept(`&v=${await version()}`)).toContain('immutable');
    for (const other of [`&v=${before}`, '&v=', '&v=../../x', '']) {
      expect(await kept(other)).toBe('public, max-age=300');
    }
  });

  it('a record that was stored before there were versions is read, and says none', async () => {
    const { body: stored } = app.site.kvs.handle('/api/v1/get', JSON.stringify({ key: `s:${widgetId}` }));
    const { value } = JSON.parse(String(stored)) as { value: Record<string, unknown> };
    const { c: _version, ...older } = value;
    app.site.kvs.handle('/api/v1/set', JSON.stringify({ key: `s:${widgetId}`, value: older }));
    const body = await app.poll(widgetId);
    expect(body).toMatchObject({ state: 'offline', next: 60 });
    expect(body).not.toHaveProperty('config');
  });

  it('GET /v1/widget.js is kept for an hour, its panel for ever, and an outdated panel address not at all', async () => {
    expect(header(await get('/v1/widget.js'), 'cache-control')).toBe('public, max-age=14400');
    expect(header(await get(`/v1/panel-${PANEL_HASH}.js`), 'cache-control')).toContain('immutable');
    const outdated = await get(`/v1/panel-${'0'.repeat(16)}.js`);
    expect(outdated.status).toBe(200);
    expect(header(outdated, 'cache-control')).toBe('no-store');
  });

  it('GET /v1/badge/{widgetId}.svg says the state in words', async () => {
    expect((await get(`/v1/badge/${widgetId}.svg`)).body).toContain('offline');
    await app.goOnline('ann');
    expect((await get(`/v1/badge/${widgetId}.svg`)).body).toContain('online');
    expect((await get(`/v1/badge/${UNKNOWN}.svg`)).body).toMatch(/width="1" height="1"/);
  });

  it.each([
    ['GET', '', 404],
    ['GET', '/v1', 404],
    ['GET', '/v2/availability/x', 404],
    ['GET', '/v1/availability', 404],
    ['GET', '/v1/availability/a/b', 404],
    ['GET', '/v1/availability/%zz', 400],
    ['GET', '/v1/badge/x.png', 404],
    ['POST', '/v1/availability/x', 405],
    ['DELETE', '/v1/widget.js', 405],
    ['TRACE', '/v1/widgets/x', 405],
  ])('%s %s: %i with a short error', async (method, path, status) => {
    const answer = await get(path, method);
    expect(answer.status).toBe(status);
    expect(Object.keys(JSON.parse(String(answer.body)) as object)).toEqual(['error']);
    expect(header(answer, 'access-control-allow-origin')).toBe('*');
  });

  it('refuses a body that is too large, unread', async () => {
    expect((await get(`/v1/availability/${widgetId}`, 'POST', 'x'.repeat(20_000))).status).toBe(413);
  });
});

describe('R9: two installations on one warm process', () => {
  it('never see each other, in 10,000 interleaved polls (the full 100,000 by `npm run bench`)', async () => {
    const first = await aSite();
    const second = await aSite({ share: first.site });
    await first.goOnline('ann');
    const [ofFirst, ofSecond] = [await first.widgetId('SUP'), await second.widgetId('SUP')];
    expect(ofFirst).not.toBe(ofSecond);
    for (let round = 0; round < 1_000; round++) {
      const polls = await Promise.all([
        first.poll(ofFirst),
        second.poll(ofSecond),
        first.poll(ofSecond),
        second.poll(ofFirst),
        first.poll(ofFirst),
        second.poll(ofSecond),
        first.poll(ofFirst),
        second.poll(ofFirst),
        first.poll(ofSecond),
        second.poll(ofSecond),
      ]);
      const states = polls.map(({ state }) => state).join(' ');
      expect(states).toBe('online offline disabled disabled online offline online disabled disabled offline');
    }
    expect((await second.value('pia', 'getPanel', { projectId: SUP })).agents).toEqual([]);
  });
});
