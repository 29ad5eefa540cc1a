import { createHash } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { hurried } from './journey';
import { serveHostPage } from './serve-host-page';

/** A web page of somebody else. */
export interface HostPage {
  head?: string;
  /** Of `<html>`. */
  root?: string;
  body?: string;
  /**
   * How it brings the widget in; the documented line, unless said otherwise. `SCRIPT`, `WIDGET` and `TRIGGER`, its origin, stand
   * for what they are.
   */
  tag?: string;
  /** The same there, and `HASH`: of the page's first script of its own. */
  headers?: Record<string, string>;
  browser?: BrowserContextOptions;
}

interface HostSite {
  script: string;
  /** A customer opens the page; it is there again after a reload. */
  open(page: HostPage): Promise<Page>;
}

const ONE_LINE = '<script async crossorigin src="SCRIPT" data-widget="WIDGET"></script>';

const htmlOf = ({ head = '', root = '', body = '', tag = ONE_LINE }: HostPage): string =>
  `<!doctype html><html lang="en" ${root}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Tents</title>${head}</head>
<body><h1>Tents</h1><p><input id="q" aria-label="Search"></p>${body}${tag}</body></html>`;

/** A journey on a web site of somebody else, on an origin of its own. */
export const onHostPage = hurried.extend('host', async ({ site, visitors }, { onCleanup }) => {
  let shown: HostPage = {};
  const script = `${site.site.webTriggerUrl('public')}/v1/widget.js`;
  const widgetId = await site.widgetId('SUP');
  const server = await serveHostPage((path) => {
    if (!/^\/(\?|$)/.test(path)) return null;
    const filled = (text: string): string =>
      text
        .replaceAll('SCRIPT', script)
        .replaceAll('WIDGET', widgetId)
        .replaceAll('TRIGGER', new URL(script).origin);
    const html = filled(htmlOf(shown));
    const [, own = ''] = /<script>([^<]*)/.exec(html) ?? [];
    const hash = `'sha256-${createHash('sha256').update(own).digest('base64')}'`;
    const headers = Object.entries(shown.headers ?? {}).map(([name, value]): [string, string] => [
      name,
      filled(value).replaceAll('HASH', hash),
    ]);
    return { html, headers: Object.fromEntries(headers) };
  });
  onCleanup(server.close);
  return {
    script,
    open(page) {
      shown = page;
      return visitors.open('shopper', server.url, page.browser);
    },
  } satisfies HostSite;
});
