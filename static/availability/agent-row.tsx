import Avatar from '@atlaskit/avatar';
import DoorIcon from '@atlaskit/icon/core/log-out';
import type { RefObject } from 'react';
import type { AgentRow as Row } from '../../src/contract/panel';
import { agentName } from '../app/agent-name';
import { useTexts } from '../app/texts-context';
import { isOnlineRow } from './panel-at';
import { whyListed } from './why-listed';

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
