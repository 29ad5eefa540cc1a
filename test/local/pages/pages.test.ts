import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '../../../local/pages/create-pages';
import type { PageData } from '../../../local/pages/page-data';
import { aSite, type SiteDriver } from '../../support/a-site';

const HOST = 'http://localhost:4100';
const FRAMES = 'http://127.0.0.1:4100';
let driver: SiteDriver;
let pages: Hono;
let resourceDir: string;

beforeAll(async () => {
  driver = await aSite();
  resourceDir = await mkdtemp(path.join(tmpdir(), 'frontdesk-frame-'));
  await writeFile(
    path.join(resourceDir, 'index.html'),
    '<!doctype html><html><head><title>x</title></head></html>',
  );
  await writeFile(path.join(resourceDir, '..', `${path.basename(resourceDir)}-secret.txt`), 'secret');
  const { manifest } = driver.site;
  const resources = manifest.resources.map(({ key }) => ({ key, dir: resourceDir }));
  pages = createPages({ ...driver.site, manifest: { ...manifest, resources } });
});

afterAll(async () => {
  driver.site.close();
  await rm(resourceDir, { recursive: true, force: true });
  await rm(`${resourceDir}-secret.txt`, { force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => pages.request(url, { headers });

async function post(url: string, body: unknown, origin?: string) {
  const headers = { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) };
  const response = await pages.request(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

async function pageData(url: string): Promise<PageData> {
  const page = load(await (await get(url)).text());
  return JSON.parse(page('#page-data').text()) as PageData;
}

describe('Two origins on one port', () => {
  it.each([
    [`${HOST}/frames/agent/index.html`, `${FRAMES}/frames/agent/index.html`],
    [`${HOST}/example?project=OPS`, `${FRAMES}/example?project=OPS`],
    [`${FRAMES}/as/ann/jira`, `${HOST}/as/ann/jira`],
    ['http://evil.example:4100/as/ann/jira', `${HOST}/as/ann/jira`],
    ['http://evil.example:4100/__forge__/host.js', `${HOST}/__forge__/host.js`],
  ])('leads %s to %s', async (from, to) => {
    const response = await get(from);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(to);
  });

  it.each([undefined, 'http://evil.example', FRAMES, 'null'])(
    'refuses calls of functions by %s',
    async (origin) => {
      const { status, json } = await post(`${HOST}/__forge__/invoke`, {}, origin);
      expect(status).toBe(403);
      expect(json).toEqual({ error: 'Only pages of this local site may ask.' });
    },
  );
});

describe('Frames', () => {
  it('load the bridge first, told which page they may speak to', async () => {
    const response = await get(`${FRAMES}/frames/agent/index.html?chat`);
    const first = load(await response.text())('head')
      .children()
      .first();
    expect(first.attr('src')).toBe('/__forge__/global-bridge.js');
    expect(first.attr('data-host-origin')).toBe(HOST);
  });

  it('run under the policy that Forge makes, and report nothing to anybody', async () => {
    const policy = (await get(`${FRAMES}/frames/agent/index.html`)).headers.get('content-security-policy');
    expect(policy).toContain(`frame-ancestors 'self' *.atlassian.net`);
    expect(policy).toContain(HOST);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('report-uri');
  });

  it('find the translations beside them', async () => {
    const info = await (await get(`${FRAMES}/frames/agent/__LOCALES__/i18n-info.json`)).json();
    expect(info).toMatchObject({ config: { locales: ['en-US', 'de-DE', 'fr-FR', 'ja-JP'] } });
    const texts = await get(`${FRAMES}/frames/agent/__LOCALES__/de-DE.json`);
    expect(await texts.json()).toHaveProperty('module');
  });

  it.each([
    'agent/missing.js',
    'unknown/index.html',
    'agent/__LOCALES__/xx-XX.json',
    'agent/..%2F..%2Fpackage.json',
  ])('answer 404 for %s', async (file) => {
    expect((await get(`${FRAMES}/frames/${file}`)).status).toBe(404);
  });

  it('serve nothing outside their folder', async () => {
    const name = `${path.basename(resourceDir)}-secret.txt`;
    expect((await get(`${FRAMES}/frames/agent/..%2F${name}`)).status).toBe(404);
  });
});

describe('Jira', () => {
  it('says who somebody is by the address alone', async () => {
    for (const person of ['ann', 'bo']) {
      const { context } = await pageData(`${HOST}/as/${person}/jira`);
      expect(context.accountId).toBe(driver.accountId(person));
    }
  });

  it('shows what a search by JQL finds, as far as somebody may see it', async () => {
    const jql = (who: string): string =>
      encodeURIComponent(`project = 10001 AND reporter = "${driver.accountId(who)}" ORDER BY created DESC`);
    const found = async (who: string, as: string) => {
      const answer = await get(`${HOST}/as/${as}/jira/issues/?jql=${jql(who)}`);
      const keys = (await answer.text()).match(/SUP-\d+(?=<)/g) ?? [];
      return { status: answer.status, keys };
    };
    const { keys } = await found('cara', 'ann');
    expect(keys.length).toBeGreaterThan(0);
    expect(await found('ann', 'ann')).toEqual({ status: 200, keys: [] });
    expect((await get(`${HOST}/as/ann/jira/issues/?jql=nonsense`)).status).toBe(404);
  });

  it('shows the background script everywhere and tells it a project on issues only, as Jira does', async () => {
    const onQueue = await pageData(`${HOST}/as/ann/jira/projects/SUP`);
    expect(onQueue.modules[0]).toMatchObject({ key: 'indicator', resource: 'background', projectId: null });
    const onIssue = await pageData(`${HOST}/as/ann/jira/browse/SUP-1`);
    expect(onIssue.modules[0]?.extension).toMatchObject({
      type: 'jira:globalBackgroundScript',
      project: { id: '10001', key: 'SUP' },
      issue: { key: 'SUP-1' },
    });
  });

  it('names commands in the language of the person', async () => {
    const titles = async (person: string) =>
      (await pageData(`${HOST}/as/${person}/jira`)).commands.map(({ title }) => title);
    expect(await titles('ann')).toContain('Frontdesk: go online');
    expect(await titles('bo')).toContain('Frontdesk: online gehen');
  });

  it.each([
    ['pia', ['Queues', 'Frontdesk chats', 'Frontdesk team', 'Frontdesk']],
    ['bo', ['Queues', 'Frontdesk-Chats', 'Frontdesk-Team']],
  ])('names the app’s pages in the menu of a space as %s’s Jira does', async (person, names) => {
    const page = load(await (await get(`${HOST}/as/${person}/jira/projects/SUP`)).text());
    const shown = page('.side-link')
      .toArray()
      .map((link) => page(link).text().trim());
    expect(shown).toEqual(names);
  });

  it.each([
    ['pia', 'SUP', true],
    ['joe', 'OPS', true],
    ['pia', 'OPS', false],
    ['ann', 'SUP', false],
    ['joe', 'DEV', false],
  ])('offers %s the project settings of %s: %s', async (person, project, isOffered) => {
    const text = await (await get(`${HOST}/as/${person}/jira/projects/${project}`)).text();
    expect(text.includes('/settings/apps/project-settings')).toBe(isOffered);
  });

  it('opens the settings for whoever knows the address: display conditions protect nothing', async () => {
    const data = await pageData(`${HOST}/as/ann/jira/projects/SUP/settings/apps/project-settings`);
    expect(data.modules.map(({ key }) => key)).toContain('project-settings');
  });

  it.each([
    ['cara/jira', 403],
    ['anonymous/jira', 403],
    ['dee/jira', 404],
    ['nobody/jira', 404],
    ['ann/jira/projects/NONE', 404],
    ['ann/jira/apps/nothing', 404],
    ['ann/jira/browse/SUP-99', 404],
  ])('answers %s with %s and a page that says why', async (address, status) => {
    const response = await get(`${HOST}/as/${address}`);
    expect(response.status).toBe(status);
    expect(load(await response.text())('h1').text()).not.toBe('');
  });
});

describe('Calls from a frame', () => {
  const invoke = (person: string, functionKey: string, payload: unknown = {}) =>
    post(
      `${HOST}/__forge__/invoke`,
      { person, moduleKey: 'chat', projectId: null, extension: {}, functionKey, payload },
      HOST,
    );

  it('reach the resolver as the person of the page', async () => {
    const { status, json } = await invoke('ann', 'getPanel', { projectId: '10001' });
    expect(status).toBe(200);
    expect(json.value).toMatchObject({ ok: true, value: { me: { accountId: driver.accountId('ann') } } });
    expect(json.rateLimit).toMatchObject({ limit: expect.any(Number), remaining: expect.any(Number) });
  });

  it('carry what the app says of a function that does not exist', async () => {
    const { json } = await invoke('ann', 'noSuchFunction');
    expect(json.value).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
  });

  it('ask Jira as the person of the page', async () => {
    const ask = (person: string) =>
      post(
        `${HOST}/__forge__/product`,
        { person, method: 'GET', path: '/rest/api/3/myself', body: null },
        HOST,
      );
    expect((await ask('bo')).json).toMatchObject({ status: 200 });
    expect((await ask('anonymous')).json).toMatchObject({ status: 401 });
  });

  it('with a malformed body are refused', async () => {
    expect((await post(`${HOST}/__forge__/invoke`, { person: 1 }, HOST)).status).toBe(400);
  });
});

describe('The customer portal', () => {
  it('shows the app’s footer to customers and to anonymous visitors', async () => {
    for (const person of ['cara', 'anonymous']) {
      const { modules, commands } = await pageData(`${HOST}/as/${person}/portal/1`);
      expect(modules).toMatchObject([
        { key: 'portal-line', extension: { page: 'portal', portal: { id: 1 } } },
        { key: 'portal-chat', extension: { page: 'portal', portal: { id: 1 } } },
      ]);
      expect(commands).toEqual([]);
    }
  });

  it('has a help center, request forms and my requests, each named to the footer', async () => {
    for (const [address, page] of [
      ['portal', 'help_center'],
      ['portal/1/create/1', 'create_request'],
      ['portal/requests', 'my_requests'],
    ]) {
      expect((await pageData(`${HOST}/as/cara/${address}`)).modules[0]?.extension).toMatchObject({ page });
    }
  });

  it('answers the real portal’s addresses as the visitor who used it last', async () => {
    const to = async (url: string, cookie = '') =>
      (await get(`${HOST}${url}`, { cookie })).headers.get('location');
    expect(await to('/servicedesk/customer/portal/1')).toBe('/as/anonymous/portal/1');
    const cookie = (await get(`${HOST}/as/cara/portal`)).headers.get('set-cookie') ?? '';
    expect(await to('/servicedesk/customer/portal/1', cookie)).toBe('/as/cara/portal/1');
    expect(await to('/servicedesk/customer/user/login?destination=portal/1')).toBe(
      '/portal/login?destination=portal%2F1',
    );
  });

  it.each([
    ['portal/1', '/as/cara/portal/1'],
    ['https://evil.example', '/as/cara/portal'],
    ['../../evil', '/as/cara/portal'],
  ])('leads from the log-in page for %s to %s', async (destination, expected) => {
    const response = await get(`${HOST}/portal/login?destination=${encodeURIComponent(destination)}`);
    expect(
      load(await response.text())('a.person-card')
        .first()
        .attr('href'),
    ).toBe(expected);
  });
});

const hrefs = (page: CheerioAPI, links: string): string[] =>
  [...page(links)].map((link) => String(page(link).attr('href')));

describe('The start page', () => {
  it('offers everybody who can log in, the visitor, the external page and the clock', async () => {
    const page = load(await (await get(`${HOST}/`)).text());
    const addresses = hrefs(page, 'a');
    const some = ['/as/ann/jira', '/as/cara/portal', '/as/anonymous/portal', `${FRAMES}/example`];
    expect(addresses).toEqual(expect.arrayContaining(some));
    expect(addresses.join()).not.toContain('/as/dee/');
    expect(page('[data-clock] button')).toHaveLength(4);
  });

  it('leads through a chat, to pages that are there', async () => {
    const addresses = hrefs(load(await (await get(`${HOST}/`)).text()), '.steps a');
    expect(addresses).toContain('/as/ann/jira/projects/SUP/queues/apps/inbox');
    for (const address of addresses) expect((await get(HOST + address)).status, address).toBe(200);
  });
});
