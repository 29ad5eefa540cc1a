import type { InboxRow } from '../../src/contract/resolver-api';
import type { Texts } from '../shared/texts';

const KEYS = {
  'project-gone': 'inbox.projectGone',
  'request-type-gone': 'inbox.requestTypeGone',
  'request-gone': 'inbox.requestGone',
  refused: 'inbox.refused',
} as const;

/** Why a message will never be in Jira. */
export const failureText = (texts: Texts, reason: NonNullable<InboxRow['failure']>): string =>
  texts.t(KEYS[reason]);
