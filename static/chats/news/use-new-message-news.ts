import { useEffect, useRef } from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import { agentName } from '../../app/agent-name';
import { useAnnounce } from '../../app/announcer';
import { useTexts } from '../../app/texts-context';

/** Screen readers need not read a whole essay aloud while somebody types. */
const SPOKEN_LENGTH = 200;

/** Says politely what others have written since the conversation was opened. */
export function useNewMessageNews(view: ConversationView | null, customer: string, viewerId: string): void {
  const texts = useTexts();
  const announce = useAnnounce();
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (!view) return;
    const before = seen.current;
    // Not the last: what was written before it may have come after it.
    seen.current = Math.max(0, ...view.messages.map(({ n }) => n));
    if (before === null) return;
    const said = view.messages
      .filter(({ n, agent, deleted }) => n > before && !deleted && agent?.accountId !== viewerId)
      .map(({ from, agent, text }) => {
        const name =
          from === 'visitor' ? customer : agent ? agentName(texts, agent) : texts.t('agent.someone');
        return texts.t('inbox.said', { name, text: text.slice(0, SPOKEN_LENGTH) });
      });
    if (said.length > 0) announce(said.join(' '));
  }, [view, customer, viewerId, texts, announce]);
}
