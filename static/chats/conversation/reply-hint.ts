import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Texts } from '../../app/texts';

/** What an agent is to know before they answer: who does not get the reply, and whom it makes a customer (rule T1). */
export function replyHint({ t }: Texts, { row, email, byMail, canConfirm }: ConversationView): string | null {
  if (row.ended) return t('inbox.ended');
  if (canConfirm && byMail !== 'refused' && email !== null) return t('inbox.replyConfirms', { email });
  if (row.here) return null;
  if (byMail === 'refused') return t('inbox.noMail');
  return email === null && row.kind === 'anonymous' ? t('inbox.noAddress') : null;
}
