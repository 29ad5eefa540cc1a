import Button from '@atlaskit/button/new';
import { useId } from 'react';
import type { BreakPreview, MyProject, OwnWaitingChat, OwnWaitingChats } from '../../src/contract/panel';
import { Notice } from '../ui/notice';
import { useTexts } from '../app/texts-context';
import { lastOnBreakWords, lastOnlineWords } from './last-online-words';
import { WaitingList } from './waiting-list';

export interface LeaveQuestionProps {
  /** In which nobody else is online. */
  projects: MyProject[];
  /** My chats there that wait for a reply. */
  waiting: OwnWaitingChats[];
  /** For a break of so many minutes. */
  breakMinutes: number | undefined;
  /** Null: not known, or not yet. */
  preview: BreakPreview | null;
  now: number;
  onConfirm(): void;
  onCancel(): void;
  onOpenChat(chat: OwnWaitingChat): void;
}

/** Rule S11: told before, not after. Not a danger, so the answer that was asked for has the focus. */
export function LeaveQuestion(props: LeaveQuestionProps) {
  const { projects, waiting, breakMinutes, preview, now, onConfirm, onCancel, onOpenChat } = props;
  const texts = useTexts();
  const textId = useId();
  const verb = breakMinutes === undefined ? 'agent.goOffline' : 'agent.takeBreak';
  const sentences =
    breakMinutes === undefined
      ? lastOnlineWords(texts, projects)
      : lastOnBreakWords(texts, projects, { end: now + breakMinutes * 60_000, preview }, now);
  return (
    <div
      role="alertdialog"
      aria-label={texts.t(verb)}
      aria-describedby={textId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Notice
        tone="warning"
        actions={
          <>
            <Button autoFocus appearance="warning" onClick={onConfirm}>
              {texts.t(verb)}
            </Button>
            <Button appearance="subtle" onClick={onCancel}>
              {texts.t('agent.stayOnlineButton')}
            </Button>
          </>
        }
      >
        <div id={textId} className="agent-last-online">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {waiting.length > 0 && <WaitingList waiting={waiting} now={now} onOpen={onOpenChat} />}
      </Notice>
    </div>
  );
}
