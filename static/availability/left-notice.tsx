import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import type { OwnWaitingChat, OwnWaitingChats } from '../../src/contract/panel';
import { useAnnounce } from '../app/announcer';
import { useTexts } from '../app/texts-context';
import { Notice } from '../ui/notice';
import { WaitingList } from './waiting-list';
import { waitingWords } from './waiting-words';

export interface LeftNoticeProps {
  waiting: OwnWaitingChats[];
  now: number;
  onOpenChat(chat: OwnWaitingChat): void;
  onDismiss(): void;
}

/** Said to whoever went offline: their chats that wait (rule S11). */
export function LeftNotice({ waiting, now, onOpenChat, onDismiss }: LeftNoticeProps) {
  const texts = useTexts();
  const announce = useAnnounce();
  const said = waitingWords(texts, waiting);
  useEffect(() => announce(said), [announce, said]);
  return (
    <Notice
      tone="warning"
      actions={
        <Button spacing="compact" appearance="subtle" onClick={onDismiss}>
          {texts.t('agent.dismiss')}
        </Button>
      }
    >
      <WaitingList waiting={waiting} now={now} onOpen={onOpenChat} />
    </Notice>
  );
}
