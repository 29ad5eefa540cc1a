import Avatar from '@atlaskit/avatar';
import DoorIcon from '@atlaskit/icon/core/log-out';
import type { RefObject } from 'react';
import type { AgentRow as Row } from '../../src/contract/panel';
import { agentName } from '../app/agent-name';
import { clockTime, duration } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';

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
      <span className="fd-agent-why fd-subtle">{whyOnline(texts, row, isMe, now)}</span>
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

/** "Set manually, until 17:00 (40 min left)" (rule S5). */
function whyOnline(texts: Texts, { until }: Pick<Row, 'until'>, isMe: boolean, now: number): string {
  if (until === null) return texts.t(isMe ? 'agent.byHandOpenYou' : 'agent.byHandOpen');
  const end = Date.parse(until);
  return texts.t(isMe ? 'agent.byHandUntilYou' : 'agent.byHandUntil', {
    time: clockTime(end, now, texts),
    left: duration(end - now, texts),
  });
}
