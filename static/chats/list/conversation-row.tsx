import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { InboxRow } from '../../../src/contract/inbox';
import { agentName } from '../../app/agent-name';
import { dateTime } from '../../app/format-time';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { customerName } from '../customer-name';
import { failureLine } from '../failure-text';
import { Presence } from './presence';
import { relativeTime } from '../relative-time';
import { whereText } from '../where-text';

/** Characters. */
const SPEAKER_LENGTH = 16;

export interface ConversationRowProps {
  row: InboxRow;
  now: number;
  viewerId: string;
  anonymousName: string;
  selected: boolean;
  onOpen(): void;
}

/** Who, what it is about, who spoke last and when, and where it stands in Jira. */
export function ConversationRow(props: ConversationRowProps) {
  const { row, now, viewerId, anonymousName, selected, onOpen } = props;
  const texts = useTexts();
  const { t } = texts;
  const name = customerName(texts, row.customer, anonymousName);
  const lastAt = Date.parse(row.lastAt);
  // Said once, however often it is the first and the last.
  const isFirst = row.lastFrom === 'visitor' && row.firstLine === row.lastLine;
  const whose = row.assignee && assigneeText(texts, row.assignee, row.assigneeLeft === true, viewerId);
  return (
    <button
      type="button"
      className={row.unanswered ? 'inbox-row inbox-row-unanswered' : 'inbox-row'}
      aria-current={selected ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className="inbox-row-head">
        <span className="inbox-row-name inbox-cut" title={name}>
          {name}
        </span>
        <Presence here={row.here} />
        <time className="inbox-row-time fd-small" dateTime={row.lastAt} title={dateTime(lastAt, texts)}>
          {relativeTime(lastAt, now, texts)}
        </time>
      </span>
      {!isFirst && <span className="inbox-row-line">{row.firstLine}</span>}
      <span className={isFirst ? 'inbox-row-line' : 'inbox-row-line fd-subtle'}>
        {t('inbox.said', { name: lastSpeaker(texts, row, name, viewerId), text: row.lastLine })}
      </span>
      <span className="inbox-row-facts fd-small">
        {row.unanswered && (
          <span className="inbox-unanswered">
            <span className="inbox-unanswered-mark" aria-hidden="true" />
            {t('inbox.unanswered')}
          </span>
        )}
        {row.blockId !== undefined && <span>{t('block.fact')}</span>}
        <span>{whereText(texts, row)}</span>
        {row.confidence === 'unconfirmed' && <span>{t('inbox.emailNotConfirmed')}</span>}
        {row.status !== null && <span className="inbox-status">{row.status}</span>}
        {whose !== null && (
          <span className="inbox-cut" title={whose}>
            {whose}
          </span>
        )}
        {row.failure === null && row.pending > 0 && (
          <span>{texts.counted('inbox.onTheirWay', row.pending)}</span>
        )}
      </span>
      {row.failure !== null && (
        <span className="inbox-failure fd-small">
          <WarningIcon label="" color="var(--ds-icon-danger)" />
          {failureLine(texts, row.failure)}
        </span>
      )}
    </button>
  );
}

function lastSpeaker(texts: Texts, row: InboxRow, customer: string, viewerId: string): string {
  if (!row.lastAgent) return row.lastFrom === 'visitor' ? shortened(customer) : texts.t('agent.someone');
  return row.lastAgent.accountId === viewerId
    ? texts.t('inbox.you')
    : shortened(agentName(texts, row.lastAgent));
}

/** Before what was said: a long name must leave room for it. By characters, not by UTF-16 units. */
function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= SPEAKER_LENGTH ? name : `${characters.slice(0, SPEAKER_LENGTH).join('')}…`;
}

const assigneeText = (
  texts: Texts,
  assignee: NonNullable<InboxRow['assignee']>,
  left: boolean,
  viewerId: string,
): string =>
  assignee.accountId === viewerId
    ? texts.t('inbox.assignedToYou')
    : texts.t(left ? 'inbox.assignedToLeft' : 'inbox.assignedTo', { name: agentName(texts, assignee) });
