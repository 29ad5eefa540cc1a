import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Texts } from '../../app/texts';

/** Whom a reply reaches, as far as is known before it is sent (rule D6). */
export function readersText({ t }: Texts, { email, byMail }: ConversationView): string {
  if (byMail !== 'yes') return t('composer.readersChat');
  return email === null ? t('composer.readersMail') : t('composer.readersBoth', { email });
}
