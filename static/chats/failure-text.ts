import type { InboxRow } from '../../src/contract/inbox';
import type { Texts } from '../app/texts';

const KEYS = {
  'project-gone': 'inbox.projectGone',
  'request-type-gone': 'inbox.requestTypeGone',
  'request-gone': 'inbox.requestGone',
  'request-moved': 'inbox.requestMoved',
  erased: 'inbox.erased',
  refused: 'inbox.refused',
} as const;

/** Why a message will never be in Jira. */
export const failureText = (texts: Texts, reason: NonNullable<InboxRow['failure']>): string =>
  texts.t(KEYS[reason]);

/** The same of a whole chat. All that was said may have been delivered before its request was deleted. */
export const failureLine = (texts: Texts, reason: NonNullable<InboxRow['failure']>): string =>
  reason === 'request-gone'
    ? texts.t('inbox.requestGoneLine')
    : reason === 'request-moved'
      ? texts.t('inbox.requestMovedLine')
      : reason === 'erased'
        ? texts.t('inbox.erasedLine')
        : texts.t('inbox.notDelivered', { reason: failureText(texts, reason) });
