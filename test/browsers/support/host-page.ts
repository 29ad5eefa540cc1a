import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Journey } from './browser-journey';
import type { Tab } from './tab';

interface HostPage {
  url: string;
  close(): Promise<void>;
}

/** A page of a site of its own, of which every address answers with this. */
async function serveHostPage(html: string): Promise<HostPage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host page has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A window on a page of a customer's own site, with the widget on it and nothing else but a link. */
export async function openShop({ site, open }: Journey): Promise<Tab> {
  const script = `${site.site.webTriggerUrl('public')}/v1/widget.js`;
  const host = await serveHostPage(
    `<!doctype html><title>Shop</title><a href="/tents">Tents</a>
    <script src="${script}" data-widget="${await site.widgetId('SUP')}"></script>`,
  );
  onTestFinished(host.close);
  return open(host.url);
}
