import { createBrowserEnvironment, ofDocument } from '../browser/browser-environment';
import { createWebTransport } from './web-transport';
import { startWidget } from './widget';
import type { Call, Frontdesk } from '../frontdesk-api';

/**
 * The script that a web page loads: `<script async crossorigin src="{url}/v1/widget.js" data-widget="{widgetId}">`, or from
 * `{url}/v1/widget.js?widget={widgetId}` in any way. Where it comes from is the browser's word alone: no element of the page
 * can make it load foreign code.
 */
function start(): void {
  const current = ofDocument('currentScript') as HTMLScriptElement | null;
  // A module has no element of its own, and after `import()` there is none at all.
  const [src] = (current ? [current.src] : /https?:.+?widget\.js[^):]*/.exec(Error().stack as string)) as [
    string,
  ];
  const element = current ?? [...document.scripts].find((script) => script.src === src);
  const [baseUrl, query] = src.split('/widget.js') as [string, string];
  const inAddress = new URLSearchParams(query);
  const said = (name: string): string | null => element?.dataset[name] ?? inAddress.get(name);
  const widgetId = said('widget');

  // Calls from before. An element of this id is found under the name, too; what the page itself calls so is left alone.
  const isOwn = Object.hasOwn(window, 'frontdesk');
  // oxlint-disable-next-line typescript/prefer-nullish-coalescing -- `false` is nothing, too.
  const calls = ((isOwn && window.frontdesk) || []) as Frontdesk | Call[];
  if (!('pop' in calls)) {
    if (!calls.on) console.info('frontdesk: taken');
  } else {
    const env = createBrowserEnvironment();
    startWidget(
      env,
      createWebTransport(baseUrl, widgetId as string, said('locale') ?? navigator.language, env.now),
      `frontdesk:${widgetId}`,
      said('launcher'),
      baseUrl,
    );
    calls.forEach((window.frontdesk as Frontdesk).push);
    // Old libraries replace `Event`.
    document.dispatchEvent(new UIEvent('frontdesk:ready'));
  }
}

// Before Chrome 103, Firefox 101 and Safari 16.4 nothing is drawn, and nothing fails: it is built for what browsers of 2019
// can read, and nothing runs before this.
if (window.AbortSignal && 'timeout' in AbortSignal && 'adoptedStyleSheets' in document) start();
else console.info('frontdesk: too old');
