import { createBrowserEnvironment } from './browser-environment';
import { CORNER_STYLE } from './launcher-style';
import { createWebTransport } from './web-transport';
import { startWidget } from './widget';
import './frontdesk-api';

/** The script that a web page loads: `<script async src="{url}/v1/widget.js" data-widget="{widgetId}">`. */
const script = document.currentScript as HTMLScriptElement;
if (!window.frontdesk) {
  const { widget: widgetId = '', locale = navigator.language, side = '' } = script.dataset;
  const env = createBrowserEnvironment();
  const start = (): void => {
    const frontdesk = startWidget({
      env,
      transport: createWebTransport({
        baseUrl: script.src.replace(/\/v1\/widget\.js.*$/, ''),
        widgetId,
        locale,
        random: env.random,
      }),
      name: `frontdesk:${widgetId}`,
      style: CORNER_STYLE,
      side,
    });
    window.frontdesk = {
      ...frontdesk,
      destroy() {
        frontdesk.destroy();
        delete window.frontdesk;
      },
    };
    document.dispatchEvent(new Event('frontdesk:ready'));
  };
  // A script in the head may run before there is a body to draw in.
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
}
