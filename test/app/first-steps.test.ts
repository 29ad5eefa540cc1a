import { beforeEach, describe, expect, it } from 'vitest';
import { withSeen, type SeenPage } from '../../src/domain/seen-page';
import type { ProjectSettings } from '../../src/domain/settings';
import { HR, OPS, SUP, aSite, type SiteDriver } from '../support/a-site';
import { costOf } from '../support/cost-of';
import { HOUR, NOON } from '../support/desk-builders';

const DAY = 24 * HOUR;
const SHOP = 'https://shop.example';

let app: SiteDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
});

const steps = (projectId?: string, account = 'joe') =>
  app.value(account, 'getFirstSteps', projectId === undefined ? {} : { projectId });

async function save(projectId: string, change: Partial<ProjectSettings>): Promise<void> {
  const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId });
  await app.value('joe', 'saveProjectSettings', { projectId, settings: { ...settings, ...change }, rev });
}

/** What a page asks for once, before it draws the icon. */
async function loadIcon(origin = SHOP): Promise<void> {
  const path = `/v1/widgets/${widgetId}`;
  const answer = await app.site.webTrigger({ method: 'GET', path, headers: { Origin: origin } });
  expect(answer.status).toBe(200);
}

const openPortal = () => app.call('anonymous', 'getPortalAvailability', { portalId: '1' });

describe('The first day of a project', () => {
  it('begins with chat off, and ticks each step off when it is the case', async () => {
    expect(await steps(HR)).toMatchObject({
      project: { id: HR, key: 'HR' },
      chat: { done: false },
      requests: { done: true, problem: null },
      online: { done: false },
      seen: { done: false, snippet: null, portalUrl: null },
      done: false,
    });
    await save(HR, { chatEnabled: true });
    const on = await steps(HR);
    expect(on.chat.done).toBe(true);
    expect(on.seen.snippet).toContain('/v1/widget.js');
    expect(on.seen.portalUrl).toMatch(/\/servicedesk\/customer\/portal\/\d+$/);
  });

  it('knows for good that somebody was online, whatever was forgotten since', async () => {
    expect((await steps(SUP)).online).toEqual({ done: false, count: 0 });
    await app.goOnline('ann');
    expect((await steps(SUP)).online).toEqual({ done: true, count: 1 });
    await app.goOffline('ann');
    await app.site.leap(100 * DAY);
    expect((await steps(SUP)).online).toEqual({ done: true, count: 0 });
  });

  it('sees that a website really reached the web trigger, and from which', async () => {
    await loadIcon();
    const { seen } = await steps(SUP);
    expect(seen).toMatchObject({
      done: true,
      portalAt: null,
      websites: [{ origin: SHOP, at: new Date(NOON).toISOString(), isAllowed: true }],
    });
  });

  it('says which website is refused: that one is no customer’s page', async () => {
    await save(SUP, { allowedOrigins: ['https://www.example.com'] });
    await loadIcon();
    const { seen } = await steps(SUP);
    expect([seen.done, seen.websites.map(({ isAllowed }) => isAllowed)]).toEqual([false, [false]]);
    await loadIcon('https://www.example.com');
    expect((await steps(SUP)).seen.done).toBe(true);
  });

  it('sees the icon on the portal', async () => {
    await openPortal();
    expect((await steps(SUP)).seen).toMatchObject({ done: true, portalAt: new Date(NOON).toISOString() });
  });

  it('is over when all of it was done', async () => {
    await app.goOnline('ann');
    await loadIcon();
    expect((await steps(SUP)).done).toBe(true);
  });

  it('comes back where no chat can become a request any more, and says why', async () => {
    await save(SUP, { requestTypeId: '999' });
    expect((await steps(SUP)).requests).toMatchObject({ done: false, problem: 'chosen-gone' });
  });
});

describe('The first day of a site', () => {
  it('offers the service spaces where chat can be turned on, while it is on in none', async () => {
    await save(SUP, { chatEnabled: false });
    await save(OPS, { chatEnabled: false });
    const { project, choices, chat } = await steps();
    expect([project, chat.done]).toEqual([null, false]);
    expect(choices?.map(({ key }) => key).sort()).toEqual(['HR', 'OPS', 'SUP']);
  });

  it('is about the project that is furthest', async () => {
    await app.goOnline('ann');
    expect((await steps()).project?.key).toBe('SUP');
    await loadIcon();
    expect(await steps()).toMatchObject({ project: { key: 'SUP' }, done: true });
  });

  it('is for Jira admins', async () => {
    expect(await app.code('pia', 'getFirstSteps', {})).toBe('not-allowed');
    expect(await app.code('cara', 'getFirstSteps', {})).toBe('not-allowed');
  });
});

describe('Where the icon was seen', () => {
  it('is noted once a day by a process, whatever is asked: one write, and nothing more', async () => {
    const first = await costOf(app, () => loadIcon());
    const again = await costOf(app, () => loadIcon());
    // Its config; and where it was seen, read and written.
    expect([first.storage, again.storage]).toEqual([3, 1]);
    await app.clock.advance(DAY);
    expect((await costOf(app, () => loadIcon())).storage).toBe(3);
  });

  it('costs a poll nothing (F1)', async () => {
    expect((await costOf(app, () => app.poll(widgetId))).storage).toBe(1);
  });

  it('cannot be filled up by whoever says any origin', async () => {
    for (let index = 0; index < 30; index++) await loadIcon(`https://site${String(index)}.example`);
    for (const nonsense of [
      'null',
      'file://x',
      'https://a.example/path',
      `https://${'a'.repeat(300)}.example`,
    ])
      await loadIcon(nonsense);
    expect((await steps(SUP)).seen.websites).toHaveLength(5);
    const cost = await costOf(app, () => loadIcon('https://one-more.example'));
    expect(cost.bytesWritten).toBe(0);
  });

  const page = (origin: string, at = NOON): SeenPage => ({ origin, at });
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => page(`https://${name}.example`));

  it.each<[string, SeenPage[], string, number, string[], string[] | null]>([
    ['a first page', [], SHOP, NOON, [], [SHOP]],
    ['the same within a day', [page(SHOP)], SHOP, NOON + DAY - 1, [], null],
    ['the same after a day', [page(SHOP)], SHOP, NOON + DAY, [], [SHOP]],
    ['a sixth', five, SHOP, NOON, [], null],
    [
      'a sixth that is allowed, in place of one that is not',
      five,
      SHOP,
      NOON,
      [SHOP],
      [...five.slice(1).map(({ origin }) => origin), SHOP],
    ],
    [
      'the portal, likewise',
      five,
      'portal',
      NOON,
      ['https://a.example'],
      ['https://a.example', ...five.slice(2).map(({ origin }) => origin), 'portal'],
    ],
    [
      'a sixth in place of one not seen for a week',
      five,
      SHOP,
      NOON + 7 * DAY,
      [],
      [...five.slice(1).map(({ origin }) => origin), SHOP],
    ],
  ])('keeps %s', (_, pages, origin, now, allowed, expected) => {
    expect(withSeen(pages, origin, now, allowed)?.map((each) => each.origin) ?? null).toEqual(expected);
  });
});
