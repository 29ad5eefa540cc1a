import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '../../../local/pages/create-pages';
import { aSite, type SiteDriver } from '../../support/a-site';

const FRAMES = 'http://127.0.0.1:4100';
let driver: SiteDriver;
let pages: Hono;

beforeAll(async () => {
  driver = await aSite();
  pages = createPages(driver.site);
});

afterAll(() => driver.site.close());

const get = (url: string) => pages.request(url);

describe('The external web page', () => {
  it('carries the snippet of the project under a strict policy', async () => {
    const response = await get(`${FRAMES}/example?project=OPS`);
    const script = load(await response.text())('body > script');
    expect(script.attr('data-widget')).toBe(await driver.widgetId('OPS'));
    expect(script.attr('src')).toMatch(/^http:\/\/localhost:4100\/public\/[^/]+\/v1\/widget\.js$/);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
  });

  it('says so where chat was never enabled', async () => {
    expect(await (await get(`${FRAMES}/example?project=HR`)).text()).toContain('never been turned on');
  });

  it.each([{ jira: { down: true } }, { storage: { down: true } }])(
    'keeps its snippet while %j, so that the widget can be looked at meanwhile',
    async (faults) => {
      const widgetId = await driver.widgetId('SUP');
      driver.site.faults.set(faults);
      try {
        const [known, neverAsked] = await Promise.all(
          ['SUP', 'DEV'].map(async (key) => (await get(`${FRAMES}/example?project=${key}`)).text()),
        );
        expect(load(String(known))('body > script').attr('data-widget')).toBe(widgetId);
        expect(neverAsked).toContain('gives no embed code for this space now');
      } finally {
        driver.site.faults.set({});
      }
    },
  );

  it('takes any widget id, and nothing of it as HTML', async () => {
    const text = await (await get(`${FRAMES}/example?widget=${encodeURIComponent('"><b>x')}`)).text();
    expect(load(text)('script[data-widget]').attr('data-widget')).toBe('"><b>x');
    expect(text).not.toContain('<b>x');
  });
});
