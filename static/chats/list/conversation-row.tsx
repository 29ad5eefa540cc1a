import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { InboxRow } from '../../../src/contract/inbox';
import { agentName } from '../../app/agent-name';
import { dateTime } from '../../app/format-time';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { customerName } from '../../app/customer-name';
import { failureLine } from '../failure-text';
import { Presence } from './presence';
import { relativeTime } from '../relative-time';
import { whereText } from '../where-text';
import { Wait } from './wait';

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

/** Who, how long they wait or when somebody spoke last, what was said, and where it stands in Jira. */
export function ConversationRow(props: ConversationRowProps) {
  const { row, now, viewerId, anonymousName, selected, onOpen } = props;
  const texts = useTexts();
  const { t } = texts;
  const name = customerName(texts, row.customer, anonymousName);
  const lastAt = Date.parse(row.lastAt);
  // Said once, however often it is the first and the last.
  const isFirst = row.lastFrom === 'visitor' && row.firstLine === row.lastLine;
  const whose = assigneeText(texts, row, viewerId);
  return (
    <button
      type="button"
      className={row.unanswered ? 'inbox-row inbox-row-unanswered' : 'inbox-row'}
      data-conversation={row.conversationId}
      aria-current={selected ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className="inbox-row-head">
        <span className="inbox-row-name inbox-cut" title={name}>
          {name}
        </span>
        {row.waitingSince === null ? (
          <time className="inbox-row-time fd-small" dateTime={row.lastAt} title={dateTime(lastAt, texts)}>
            {relativeTime(lastAt, now, texts)}
          </time>
        ) : (
          <Wait since={Date.parse(row.waitingSince)} now={now} />
        )}
      </span>
      <span className="inbox-row-line" title={isFirst ? undefined : row.firstLine}>
        {row.lastFrom === 'visitor' && !row.lastAgent
          ? row.lastLine
          : t('inbox.said', { name: lastSpeaker(texts, row, name, viewerId), text: row.lastLine })}
      </span>
      <span className="inbox-row-facts fd-small">
        <span>{whereText(texts, row)}</span>
        <Presence here={row.here} />
        {row.blockId !== undefined && <span>{t('block.fact')}</span>}
        {row.confidence === 'unconfirmed' && <span>{t('inbox.emailNotConfirmed')}</span>}
        {row.status !== null && !row.unanswered && <span className="inbox-status">{row.status}</span>}
        {row.failure === null && row.pending > 0 && (
          <span>{texts.counted('inbox.onTheirWay', row.pending)}</span>
        )}
        <span className="inbox-row-whose inbox-cut" title={whose}>
          {whose}
        </span>
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

function assigneeText(texts: Texts, { assignee, assigneeLeft }: InboxRow, viewerId: string): string {
  if (!assignee) return texts.t('inbox.unassigned');
  if (assignee.accountId === viewerId) return texts.t('inbox.you');
  const name = agentName(texts, assignee);
  return assigneeLeft ? texts.t('inbox.assigneeLeft', { name }) : name;
}
