import { useCallback, useRef, useState } from 'react';
import type { AgentRow as Row, Panel } from '../../src/contract/panel';
import './agent-list.css';
import { agentName } from '../app/agent-name';
import { AgentRow } from './agent-row';
import { countOnline, isOnlineRow } from './panel-at';
import { useAnnounce } from '../app/announcer';
import { Notice } from '../ui/notice';
import { PutOfflineForm } from './put-offline-form';
import { useTexts } from '../app/texts-context';
import { UndoBar } from './undo-bar';

export interface AgentListProps {
  projectId: string;
  agents: Row[];
  /** May be more than there are rows. */
  onlineCount: number;
  viewerId: string | undefined;
  mayPutOffline: boolean;
  /** The server's time. */
  now: number;
  /** What the server answered after the door or its undo. */
  onPanel(panel: Panel): void;
  /** What is drawn turned out to be old. */
  onStale(): void;
  /** Says what the list is empty of. */
  emptyText: string;
  /** The id of the heading above. */
  labelledBy: string;
}

/** The agents online, with the door for those who may use it, and after them those expected (rules S5, S6, H2). */
export function AgentList(props: AgentListProps) {
  const { projectId, agents, onlineCount, viewerId, mayPutOffline, now, onPanel, onStale } = props;
  const texts = useTexts();
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const door = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<Row | null>(null);
  /** Whose door was used last: the focus returns to it. */
  const [doorOf, setDoorOf] = useState<string | null>(null);
  const [undoable, setUndoable] = useState<{ row: Row; startedAt: number }[]>([]);
  const [conflict, setConflict] = useState<Row | null>(null);

  const forget = useCallback((session: string, hadFocus: boolean): void => {
    setUndoable((all) => all.filter(({ row }) => row.session !== session));
    if (hadFocus) list.current?.focus();
  }, []);

  function cancel(): void {
    setAsked(null);
    // The door is back in the page after the next drawing.
    requestAnimationFrame(() => (door.current ?? list.current)?.focus());
  }

  function isAsked(row: Row): boolean {
    return asked?.accountId === row.accountId;
  }

  // The question stays although its row may leave the list meanwhile: the answer will say what happened.
  const shown = asked && !agents.some(isAsked) ? [...agents, asked] : agents;
  const more = onlineCount - countOnline(agents);
  return (
    <div className="fd-agents" ref={list} tabIndex={-1} role="group" aria-labelledby={props.labelledBy}>
      {undoable.map(({ row, startedAt }) => (
        <UndoBar
          key={row.session}
          projectId={projectId}
          row={row}
          startedAt={startedAt}
          onUndone={(panel) => {
            forget(row.session, true);
            announce(texts.t('agent.undone', { name: agentName(texts, row) }));
            onPanel(panel);
          }}
          onGone={(hadFocus) => forget(row.session, hadFocus)}
        />
      ))}
      {conflict && <ConflictNotice row={conflict} agents={agents} />}
      {shown.length === 0 ? (
        <p className="fd-agents-empty fd-subtle">{props.emptyText}</p>
      ) : (
        <ul>
          {shown.map((row) => (
            <li key={row.accountId}>
              <AgentRow
                row={row}
                isMe={row.accountId === viewerId}
                now={now}
                {...(row.accountId === doorOf && { doorRef: door })}
                {...(mayPutOffline &&
                  isOnlineRow(row) &&
                  row.accountId !== viewerId && {
                    onDoor: () => {
                      setConflict(null);
                      setAsked(row);
                      setDoorOf(row.accountId);
                    },
                  })}
              />
              {asked && isAsked(row) && (
                <PutOfflineForm
                  key={asked.session}
                  projectId={projectId}
                  row={asked}
                  onCancel={cancel}
                  onDone={(panel, startedAt) => {
                    setAsked(null);
                    setUndoable((all) => [...all, { row: asked, startedAt }]);
                    announce(texts.t('agent.wasPutOffline', { name: agentName(texts, asked) }));
                    onPanel(panel);
                  }}
                  onConflict={() => {
                    setAsked(null);
                    setConflict(asked);
                    onStale();
                    list.current?.focus();
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="fd-subtle">{texts.counted('agent.more', more)}</p>}
    </div>
  );
}

/** Nobody was put offline: either the person came back since the list was drawn, or they had left by themselves. */
function ConflictNotice({ row, agents }: { row: Row; agents: Row[] }) {
  const texts = useTexts();
  const name = agentName(texts, row);
  const back = agents.some((each) => isOnlineRow(each) && each.accountId === row.accountId);
  return (
    <Notice tone="warning" urgent>
      {texts.t(back ? 'agent.cameBack' : 'agent.leftAlready', { name })}
    </Notice>
  );
}
