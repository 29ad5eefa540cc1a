import Avatar from '@atlaskit/avatar';
import DoorIcon from '@atlaskit/icon/core/log-out';
import type { RefObject } from 'react';
import type { AgentRow as Row } from '../../src/contract/panel';
import { agentName } from '../app/agent-name';
import { clockTime, duration } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { isOnlineRow } from './panel-at';

export interface AgentRowProps {
  row: Row;
  isMe: boolean;
  now: number;
  /** Absent where the viewer may not put this person offline. */
  onDoor?: () => void;
  doorRef?: RefObject<HTMLButtonElement>;
}

export function AgentRow({ row, isMe, now, onDoor, doorRef }: AgentRowProps) {
  const texts = useTexts();
  const name = agentName(texts, row);
  return (
    <div className="fd-agent">
      <Avatar size="small" src={row.avatarUrl ?? undefined} />
      <span className="fd-agent-name">{isMe ? texts.t('agent.you', { name }) : name}</span>
      <span className="fd-agent-why fd-subtle">
        {whyListed(texts, row, isMe, now)}
        <span
          className={isOnlineRow(row) ? 'fd-dot fd-dot-online' : 'fd-dot fd-dot-expected'}
          aria-hidden="true"
        />
      </span>
      {onDoor && (
        <button
          ref={doorRef}
          type="button"
          className="fd-icon-button fd-door"
          title={texts.t('agent.door', { name })}
          aria-label={texts.t('agent.door', { name })}
          onClick={onDoor}
        >
          <DoorIcon label="" />
        </button>
      )}
    </div>
  );
}

/** "Set manually, until 17:00 (40 min left)", or that they are expected and until when they are asked (rules S5, H2). */
function whyListed(texts: Texts, { until, why }: Row, isMe: boolean, now: number): string {
  if (until === null) {
    if (why === 'by-schedule') return texts.t('agent.scheduledOpen');
    return texts.t(isMe ? 'agent.byHandOpenYou' : 'agent.byHandOpen');
  }
  const end = Date.parse(until);
  const values = { time: clockTime(end, now, texts), left: duration(end - now, texts) };
  switch (why) {
    case 'expected':
      return texts.t('agent.expectedUntil', values);
    case 'by-schedule':
      return texts.t('agent.scheduledUntil', values);
    case 'by-hand':
      return texts.t(isMe ? 'agent.byHandUntilYou' : 'agent.byHandUntil', values);
  }
}
