import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Texts } from '../../app/texts';

/** Why nobody can reply to this chat here; null: they can. */
export function unanswerableText({ t }: Texts, { row }: Pick<ConversationView, 'row'>): string | null {
  const { failure, issueKey, blockId } = row;
  if (blockId !== undefined) return t('composer.blocked');
  switch (failure) {
    case 'request-gone':
      return t('composer.requestGone');
    case 'request-moved':
      return t('composer.requestMoved');
    case 'erased':
      return t('composer.erased');
    case 'project-gone':
      return t('composer.noRequest');
    case 'request-type-gone':
    case 'refused':
      // Where there is a request, only a message was refused.
      return issueKey === null ? t('composer.noRequest') : null;
    case null:
      return null;
  }
}
