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
export const mountPanel: MountPanel = (host) => {
  /** Firefox remembers for good that an address could not be imported: each attempt has one of its own. */
  let attempts = '';
  const load = <C>(file: string): Promise<C> =>
    import(`${baseUrl}/${file}${(attempts += '?')}`) as Promise<C>;

  return mountConversation(
    host,
    () => forgiving(createBrowserEnvironment()),
    createWebClient(baseUrl, host.name.replace('frontdesk:', ''), (...start) =>
      load<WorkCode>(WORK_FILE).then((code) => code.startByWork(...start)),
    ),
    () => load<{ messages: MessagesCode }>(MESSAGES_FILE),
  );
};
