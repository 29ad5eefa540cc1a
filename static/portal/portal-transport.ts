import { invoke } from '@forge/bridge';
import type { Answer, Payload } from '../../src/contract/resolver-api';
import type { Transport } from '../widget/transport';

/** Asks the app's resolver for the portal's project. The answer carries what a page needs once, as well. */
export function createPortalTransport(portalId: string, locale: string): Transport {
  const payload: Payload<'getPortalAvailability'> = { portalId, locale };

  async function ask() {
    // The bridge types every answer as possibly wrapped; without asking for metadata it is not.
    const answer = (await invoke('getPortalAvailability', payload)) as Answer<'getPortalAvailability'>;
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  }
  let latest: ReturnType<typeof ask> | undefined;

  return {
    async getAvailability() {
      latest = ask();
      // Other tabs are told the answer, and somebody else may be logged in there: without what is personal.
      const { widget: _personal, ...body } = await latest;
      return body;
    },
    async loadSetup() {
      const { widget } = await (latest ??= ask());
      if (!widget) throw new Error('Nothing to be drawn');
      return {
        ...widget,
        locale,
        loadPanel: () => import('../widget/panel'),
      };
    },
  };
}
