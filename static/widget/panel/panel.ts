import { createBrowserEnvironment } from '../browser/browser-environment';
import { mountConversation } from './mount-conversation';
import type { MountPanel } from '../contract';
import { createWebClient } from '../conversation/web-client';

/** The web trigger serves this script too. */
const baseUrl = import.meta.url.replace(/\/[^/]*$/, '');

/** The lazy part on web pages: what a visitor sees after a click on the icon, and the conversation itself. */
export const mountPanel: MountPanel = (host) =>
  mountConversation(
    host,
    createBrowserEnvironment(),
    createWebClient(baseUrl, host.name.replace('frontdesk:', '')),
  );
