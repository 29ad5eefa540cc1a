import { onTestFinished } from 'vitest';
import { serveHostPage } from '../../e2e/support/serve-host-page';
import type { Journey } from './browser-journey';
import type { Tab } from './tab';

/** A window on a page of a customer's own site, of which every address has the widget and nothing else but a link. */
export async function openShop({ site, open }: Journey): Promise<Tab> {
  const script = `${site.site.webTriggerUrl('public')}/v1/widget.js`;
  const html = `<!doctype html><title>Shop</title><a href="/tents">Tents</a>
    <script src="${script}" data-widget="${await site.widgetId('SUP')}"></script>`;
  const host = await serveHostPage(() => ({ html }));
  onTestFinished(host.close);
  return open(host.url);
}
