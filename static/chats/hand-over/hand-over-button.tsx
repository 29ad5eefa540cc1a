import Button from '@atlaskit/button/new';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Person } from '../../../src/domain/person';
import { useAnnounce } from '../../app/announcer';
import { agentName } from '../../app/agent-name';
import { useTexts } from '../../app/texts-context';
import { useCommand } from '../keys/commands-context';
import { Notice } from '../../ui/notice';
import { useEscape } from '../../ui/use-escape';
import { ActionNotice } from '../conversation/action-notice';
import type { ConversationState, ConversationStore } from '../conversation/conversation-store';
import type { Drafts } from '../conversation/drafts';
import { HandOverPanel } from './hand-over-panel';
import './hand-over.css';

export interface HandOverButtonProps {
  store: ConversationStore;
  drafts: Drafts;
  view: ConversationView;
  pending: ConversationState['pending'];
  failure: ConversationState['failure'];
  now: number;
}

/** Hands the chat over to a colleague, or to nobody (rule D5). What is typed stays until it is handed over. */
export function HandOverButton({ store, drafts, view, pending, failure, now }: HandOverButtonProps) {
  const texts = useTexts();
  const { t } = texts;
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  /** Whom the chat is with by now, without the note. */
  const [noteMissing, setNoteMissing] = useState<Person | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { conversationId, assignee, assigneeLeft } = view.row;
  const note = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId, 'hand-over'));
  const isOurs = failure?.action === 'handOver' || failure?.action === 'giveBack';

  useCommand('handOver', pending === null ? () => setOpen(true) : null);
  useEffect(() => {
    if (!open) return undefined;
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  useEscape(open, close);

  async function handOver(to: Person): Promise<void> {
    setNoteMissing(null);
    const outcome = await store.assign({ to, note: note.trim() });
    if (outcome === 'note-missing') setNoteMissing(to);
    if (outcome !== 'done') return;
    drafts.write(conversationId, 'hand-over', '');
    announce(t('handOver.done', { name: agentName(texts, to) }));
    close();
  }

  async function giveBack(): Promise<void> {
    if ((await store.assign({ to: null })) !== 'done') return;
    announce(t('handOver.gaveBack'));
    close();
  }

  const lacksNote = noteMissing !== null && noteMissing.accountId === assignee?.accountId;
  const failureNotice = lacksNote ? (
    <Notice
      tone="warning"
      urgent
      title={t('handOver.noteMissing', { name: agentName(texts, noteMissing) })}
      actions={
        <Button
          spacing="compact"
          isLoading={pending === 'handOver'}
          onClick={() => void handOver(noteMissing)}
        >
          {t('error.tryAgain')}
        </Button>
      }
    />
  ) : (
    failure && isOurs && <ActionNotice failure={failure} busy={pending !== null} />
  );

  return (
    <div className="hand-over-button" ref={box}>
      <Button
        ref={button}
        spacing="compact"
        iconAfter={ChevronDownIcon}
        aria-haspopup="dialog"
        aria-expanded={open}
        isDisabled={pending !== null && !open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {t('handOver.button')}
      </Button>
      {open && (
        <HandOverPanel
          {...{ conversationId, note, now }}
          assigneeId={assigneeLeft ? null : (assignee?.accountId ?? null)}
          busy={pending !== null}
          failure={failureNotice}
          onNote={(text) => drafts.write(conversationId, 'hand-over', text)}
          onHandOver={(colleague) => void handOver(colleague)}
          onGiveBack={() => void giveBack()}
          onClose={close}
        />
      )}
    </div>
  );
}
