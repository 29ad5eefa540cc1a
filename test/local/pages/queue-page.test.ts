import { load } from 'cheerio';
import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../../local/clock';
import { createPages } from '../../../local/pages/create-pages';
import type { PageData } from '../../../local/pages/page-data';
import { createSite } from '../../../local/site';
import { FIXTURE_MANIFEST } from '../fixture-app';

const HOME = 'http://localhost:4100/as/ann/jira/projects';
let pages: Hono;

beforeAll(async () => {
  pages = createPages(await createSite({ clock: manualClock(0), manifestPath: FIXTURE_MANIFEST }));
});

const get = async (path: string) => {
  const response = await pages.request(`${HOME}/${path}`);
  return { status: response.status, page: load(await response.text()) };
};

describe('A queue page of an app', () => {
  it('is in the navigation of service projects, and knows the project', async () => {
    const { page } = await get('OPS');
    const address = page('.side-link')
      .toArray()
      .map((link) => page(link).attr('href'))
      .find((href) => href?.endsWith('/queues/apps/queue'));
    expect(address).toBe('/as/ann/jira/projects/OPS/queues/apps/queue');
    const shown = await get('OPS/queues/apps/queue');
    const { modules } = JSON.parse(shown.page('#page-data').text()) as PageData;
    expect(modules.find(({ key }) => key === 'queue')).toMatchObject({
      projectId: '10002',
      extension: { type: 'jiraServiceManagement:queuePage', project: { id: '10002', key: 'OPS' } },
    });
  });

  it('is not there in software projects', async () => {
    expect((await get('DEV')).page('[href$="/queues/apps/queue"]')).toHaveLength(0);
    expect((await get('DEV/queues/apps/queue')).status).toBe(404);
  });
});
