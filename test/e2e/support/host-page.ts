import type { BrowserContextOptions, Page } from 'playwright-core';
import type { JourneySite } from './journey-site';
import type { Visitors } from './visitors';

/** A web page of somebody else. */
export interface HostPage {
  head?: string;
  /** Of `<html>`. */
  root?: string;
  /** How the page brings the widget in; the documented line, unless said otherwise. `SCRIPT` and `WIDGET` stand for what they are. */
  tag?: string;
  body?: string;
  headers?: Record<string, string>;
  browser?: BrowserContextOptions;
}

const ONE_LINE = '<script async src="SCRIPT" data-widget="WIDGET"></script>';

/** Where it is: not on the origin of the web trigger. */
const ADDRESS = '/example/host-page';

/** A customer opens the page; it is there again after a reload, and in a further tab. */
export async function openHostPage(
  { site, visitors }: { site: JourneySite; visitors: Visitors },
  { head = '', root = '', tag = ONE_LINE, body = '', headers = {}, browser: options }: HostPage,
): Promise<Page> {
  const script = `${site.site.webTriggerUrl('public')}/v1/widget.js`;
  const line = tag.replaceAll('SCRIPT', script).replaceAll('WIDGET', await site.widgetId('SUP'));
  const address = new URL(ADDRESS, site.example).href;
  const browser = await visitors.browserOf('shopper', options);
  await browser.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><html lang="en" ${root}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Tents</title>${head}</head>
<body><h1>Tents</h1><p><input id="q" aria-label="Search"></p>${body}${line}</body></html>`,
    }),
  );
  return visitors.open('shopper', address);
}
