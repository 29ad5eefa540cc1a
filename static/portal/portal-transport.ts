import { invoke } from '@forge/bridge';
import type { Answer, Payload, PortalAvailability } from '../../src/contract/resolver-api';
import { createBrowserEnvironment } from '../widget/browser-environment';
import type { Setup, Transport } from '../widget/transport';
import { createPortalConversations } from './portal-conversations';

/** Asks the app's resolver for the portal's project. The answer carries what a page needs once, as well. */
export function createPortalTransport(portalId: string, locale: string): Transport {
  const payload: Payload<'getPortalAvailability'> = { portalId, locale };
  let latest: PortalAvailability | undefined;

  async function ask(): Promise<PortalAvailability> {
    // The bridge types every answer as possibly wrapped; without asking for metadata it is not.
    const answer = (await invoke('getPortalAvailability', payload)) as Answer<'getPortalAvailability'>;
    if (!answer.ok) throw new Error(answer.error.message);
    latest = answer.value;
    return answer.value;
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
      const loadPanel: Setup['loadPanel'] = async () => {
        const { mountChat } = await import('../widget/mount-chat');
        return {
          mountPanel: (host) =>
            mountChat(host, createBrowserEnvironment(), createPortalConversations(portalId)),
        };
      };
      return { locale, ...widget, loadPanel };
    },
  };
}
