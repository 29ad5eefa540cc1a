import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPages } from '../../../local/pages/create-pages';
import type { PageData } from '../../../local/pages/page-data';
import { stateOf } from '../../../local/site-state';
import { aSite, type SiteDriver } from '../../support/a-site';

const HOST = 'http://localhost:4100';
const PATH = `${HOST}/as/pia/jira/dashboards/10100`;
let driver: SiteDriver;
let pages: Hono;

beforeEach(async () => {
  driver = await aSite();
  pages = createPages(driver.site);
});
afterEach(() => driver.site.close());

const post = (url: string, body: string, type: string) =>
  pages.request(url, { method: 'POST', headers: { 'content-type': type, origin: HOST }, body });

const add = (module: string) =>
  post(`${PATH}/gadgets`, `module=${module}`, 'application/x-www-form-urlencoded');

const configure = (gadgetId: string, configuration: unknown) =>
  post(`${HOST}/__forge__/gadget`, JSON.stringify({ gadgetId, configuration }), 'application/json');

/** What the page's scripts are told of its gadgets. */
async function gadgets(url = PATH): Promise<PageData['modules']> {
  const page = load(await (await pages.request(url)).text());
  const { modules } = JSON.parse(page('#page-data').text()) as PageData;
  return modules.filter(({ extension }) => extension.type === 'jira:dashboardGadget');
}

describe('The dashboard of the local Jira', () => {
  it('offers the gadgets of the manifest, and opens a new one to be set up', async () => {
    const page = load(await (await pages.request(PATH)).text());
    expect(page('.gadgets-offered').text()).toContain('Frontdesk: online and waiting');
    const added = await add('wall');
    expect([added.status, added.headers.get('location')]).toEqual([
      303,
      '/as/pia/jira/dashboards/10100?configure=10201',
    ]);
    const [gadget] = await gadgets(`${PATH}?configure=10201`);
    expect(gadget?.extension).toMatchObject({
      type: 'jira:dashboardGadget',
      dashboard: { id: '10100' },
      gadget: { id: '10201' },
      gadgetConfiguration: {},
      entryPoint: 'edit',
    });
  });

  it('keeps what a gadget submits, for everybody, over restarts until a reset', async () => {
    await add('wall');
    await add('wall');
    expect((await configure('10202', { projectIds: ['10001'] })).status).toBe(200);
    const shown = async (): Promise<unknown[]> =>
      (await gadgets(PATH.replace('pia', 'bo'))).map(({ extension }) => [
        extension.entryPoint,
        extension.gadgetConfiguration,
      ]);
    const expected = [
      ['view', {}],
      ['view', { projectIds: ['10001'] }],
    ];
    expect(await shown()).toEqual(expected);
    const state = stateOf(driver.site);
    await driver.site.reset();
    expect(await shown()).toEqual([]);
    await driver.site.reset(state);
    expect(await shown()).toEqual(expected);
  });

  it('removes gadgets, and refuses those that are not there', async () => {
    await add('wall');
    expect((await post(`${PATH}/gadgets/10201/remove`, '', 'application/x-www-form-urlencoded')).status).toBe(
      303,
    );
    expect(await gadgets()).toEqual([]);
    expect((await configure('10201', {})).status).toBe(404);
    expect((await configure('10201', 'all')).status).toBe(400);
    expect((await add('chat')).status).toBe(404);
  });

  it('is not for customers', async () => {
    expect((await pages.request(PATH.replace('pia', 'cara'))).status).toBe(403);
  });
});
