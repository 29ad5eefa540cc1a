import { createBrowserEnvironment } from '../browser/browser-environment';
import { forgiving } from '../browser/forgiving-store';
import { mountConversation } from './mount-conversation';
import type { MessagesCode } from './lazy-messages';
import type { MountPanel } from '../contract';
import { createWebClient } from '../conversation/web-client';
import type { startByWork } from '../work/start-by-work';

/** The web trigger serves this script too. */
const baseUrl = import.meta.url.replace(/\/[^/]*$/, '');

declare const WORK_FILE: string;
declare const MESSAGES_FILE: string;

interface WorkCode {
  startByWork: typeof startByWork;
}

/** The lazy part on web pages: what a visitor sees after a click on the icon, and the conversation itself. */
export const mountPanel: MountPanel = (host) =>
  mountConversation(
    host,
    () => forgiving(createBrowserEnvironment()),
    createWebClient(baseUrl, host.name.replace('frontdesk:', ''), (...start) =>
      import(`${baseUrl}/${WORK_FILE}`).then((code: WorkCode) => code.startByWork(...start)),
    ),
    () => import(`${baseUrl}/${MESSAGES_FILE}`) as Promise<{ messages: MessagesCode }>,
  );
