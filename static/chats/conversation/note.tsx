import LockIcon from '@atlaskit/icon/core/lock-locked';
import type { ReactNode } from 'react';
import type { ConversationNote } from '../../../src/contract/agent-conversation';
import { agentName } from '../../app/agent-name';
import { dateTime } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';
import { withLinks } from './with-links';

/** An internal note, which looks like nothing that customers see (rule D6). */
export function Note({ note: { at, agent, text, edited } }: { note: ConversationNote }) {
  const texts = useTexts();
  const { t } = texts;
  const instant = Date.parse(at);
  return (
    <li className="note">
      <NoteHead who={agent ? agentName(texts, agent) : t('inbox.automation')}>
        <time dateTime={at} title={dateTime(instant, texts)} className="fd-subtle">
          {new Intl.DateTimeFormat(texts.locale, { timeStyle: 'short' }).format(instant)}
        </time>
        {edited && <span className="fd-subtle">{t('inbox.edited')}</span>}
      </NoteHead>
      <p className="note-text" dir="auto">
        {withLinks(text)}
      </p>
    </li>
  );
}

export function NoteHead({ who, children }: { who: string; children?: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className="note-head fd-small">
      <LockIcon label="" />
      <strong>{t('note.note')}</strong>
      <span className="inbox-cut" title={who}>
        {who}
      </span>
      {children}
    </div>
  );
}
