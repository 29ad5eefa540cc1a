import { createBrowserEnvironment } from '../browser/browser-environment';
import { CORNER_STYLE } from './launcher-style';
import { createWebTransport } from './web-transport';
import { startWidget } from './widget';

/** The script that a web page loads: `<script async src="{url}/v1/widget.js" data-widget="{widgetId}">`. */
const script = document.currentScript as HTMLScriptElement;

if (!window.frontdesk) {
  const { widget: widgetId = '', locale = navigator.language } = script.dataset;
  const baseUrl = script.src.split('/widget.js')[0] as string;
  startWidget(
    createBrowserEnvironment(),
    createWebTransport(baseUrl, widgetId, locale),
    `frontdesk:${widgetId}`,
    CORNER_STYLE,
  );
  document.dispatchEvent(new Event('frontdesk:ready'));
}
