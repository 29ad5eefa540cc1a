import type { Payload } from '../../../src/contract/functions';
import type { PortalAvailability } from '../../../src/contract/portal';
import type { Environment, Store } from '../browser/environment';
import type { LazyParts, Transport } from '../contract';
import type { Work } from '../conversation/conversation-client';
import { readConversation } from '../conversation/saved-conversation';
import type { AskResolver } from './ask-resolver';
import { comeBackTo } from './come-back-to';
import { createPortalClient } from './portal-client';
import { PORTAL_STYLE } from './portal-style';

interface PortalTransportOptions {
  askResolver: AskResolver;
  portalId: string;
  locale: string;
  local: Store;
  /** Tells one person's portal from another's. */
  name: string;
  /** For the panel, with an alarm and a channel of its own. */
  newEnvironment(): Environment;
  onAnswer(answer: PortalAvailability): void;
  /** The frame itself goes nowhere. */
  follow(url: string): void;
}

/** Asks the app's resolver for the portal's project. The answer carries what a page needs once, as well. */
export function createPortalTransport(options: PortalTransportOptions): Transport {
  const { askResolver, portalId, locale, local, name, newEnvironment, onAnswer, follow } = options;
  let latest: PortalAvailability | undefined;
  let mounted = false;

  async function ask(): Promise<PortalAvailability> {
    const payload: Payload<'getPortalAvailability'> = {
      portalId,
      locale,
      ...(readConversation({ local }, name) && { resumes: true }),
    };
    const answer = await askResolver('getPortalAvailability', payload);
    if (!answer.ok) throw new Error(answer.error.message);
    latest = answer.value;
    onAnswer(latest);
    const { conversation } = latest.widget ?? {};
    // From the moment it is there the panel says which one it is: a new one may just be being started.
    if (conversation && !mounted) comeBackTo(local, name, conversation);
    return latest;
  }

  return {
    async getAvailability() {
      // Other tabs are told the answer, and somebody else may be logged in there: without what is personal.
      const { widget: _personal, ...body } = await ask();
      return body;
    },
    async loadSetup() {
      const widget = latest?.widget ?? (await ask()).widget;
      if (!widget) throw new Error('There is nothing to be drawn yet.');
      const work: Work = async (...start) =>
        (await import('../work/start-by-work')).startByWork(widget.widgetId, ...start);
      const parts: { [P in keyof LazyParts]: () => Promise<LazyParts[P]> } = {
        clock: () => import('../clock/keep-time'),
        async panel() {
          const { mountConversation } = await import('../panel/mount-conversation');
          return {
            mountPanel(host) {
              mounted = true;
              const client = createPortalClient(askResolver, portalId, work);
              return mountConversation(host, newEnvironment, client, () => import('../panel/messages'));
            },
          };
        },
      };
      return { ...widget, style: PORTAL_STYLE, follow, load: (part) => parts[part]() };
    },
  };
}
