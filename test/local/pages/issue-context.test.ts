import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '../../../local/pages/create-pages';
import type { PageData } from '../../../local/pages/page-data';
import { aSite, SUP, type SiteDriver } from '../../support/a-site';

let driver: SiteDriver;
let pages: Hono;

beforeAll(async () => {
  driver = await aSite();
  pages = createPages(driver.site);
});

afterAll(() => driver.site.close());

/** The first work item of a space, as somebody sees it. */
async function issuePage(projectId: string, person = 'ann') {
  const issue = driver.site.jira.desk.issues.all().find((each) => each.projectId === projectId);
  if (!issue) throw new Error(`There is no work item in ${projectId}`);
  const response = await pages.request(`http://localhost:4100/as/${person}/jira/browse/${issue.key}`);
  const page = load(await response.text());
  const { modules } = JSON.parse(page('#page-data').text()) as PageData;
  return { issue, page, module: modules.find(({ key }) => key === 'beside-request') };
}

describe('A section of an app beside a work item', () => {
  it('is closed, has the manifest’s words, and nothing of the app is loaded', async () => {
    const { page } = await issuePage(SUP);
    const section = page('details.issue-context');
    expect(section).toHaveLength(1);
    expect(section.attr('open')).toBeUndefined();
    expect(section.find('summary').text().replaceAll(/\s+/g, ' ').trim()).toBe('Frontdesk Chat and status');
    expect(section.find('iframe')).toHaveLength(0);
  });

  it('is told which work item it stands beside, as Jira tells it', async () => {
    const { issue, module } = await issuePage(SUP, 'lee');
    expect(module).toMatchObject({
      resource: 'beside-request',
      projectId: SUP,
      extension: {
        type: 'jira:issueContext',
        issue: { id: issue.id, key: issue.key, type: 'Service request', typeId: '10001' },
        project: { id: SUP, key: 'SUP', type: 'service_desk' },
      },
    });
  });

  it('is not there where its display conditions don’t hold', async () => {
    const dev = driver.site.jira.project('DEV')?.id ?? '';
    const { page, module } = await issuePage(dev);
    expect(page('details.issue-context')).toHaveLength(0);
    expect(module).toBeUndefined();
  });
});
