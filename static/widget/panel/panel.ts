import { createBrowserEnvironment } from '../browser/browser-environment';
import { mountChat } from './mount-chat';
import type { MountPanel } from '../contract';
import { createWebConversations } from '../conversation/web-conversations';

/** The web trigger serves this script too. */
const baseUrl = import.meta.url.replace(/\/[^/]*$/, '');

/** The lazy part on web pages: what a visitor sees after a click on the icon, and the conversation itself. */
export const mountPanel: MountPanel = (host) =>
  mountChat(
    host,
    createBrowserEnvironment(),
    createWebConversations(baseUrl, host.name.replace('frontdesk:', '')),
  );
