import { createBrowserEnvironment } from '../browser/browser-environment';
import { CORNER_STYLE } from './launcher-style';
import { createWebTransport } from './web-transport';
import { startWidget } from './widget';

/** The script that a web page loads: `<script async src="{url}/v1/widget.js" data-widget="{widgetId}">`. */
// Past the page's own elements: an image of this name would hide the script, and say where code is loaded from.
const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement;

// An element of this id is found under the name, too.
if (!window.frontdesk?.on?.call) {
  const { widget: widgetId, locale = navigator.language } = script.dataset;
  const baseUrl = script.src.split('/widget.js')[0] as string;
  startWidget(
    createBrowserEnvironment(),
    createWebTransport(baseUrl, widgetId as string, locale),
    `frontdesk:${widgetId}`,
    CORNER_STYLE,
  );
  document.dispatchEvent(new Event('frontdesk:ready'));
}
