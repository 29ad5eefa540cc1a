import CommentIcon from '@atlaskit/icon/core/comment';
import HiddenIcon from '@atlaskit/icon/core/eye-open-strikethrough';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import {
  useId,
  useRef,
  useSyncExternalStore,
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import { showsNothing } from '../../../src/domain/shows-nothing';
import { useTexts } from '../../app/texts-context';
import './composer.css';
import type { DraftKind, Drafts } from './drafts';
import type { EnterPreference } from './enter-preference';
import { NoteBox } from './note-box';
import { readersText } from './readers-text';
import { ReplyBox } from './reply-box';
import { replyHint } from './reply-hint';
import type { SavedRepliesStore } from './saved-replies-store';

export interface ComposerProps {
  view: ConversationView;
  /** The customer's. */
  name: string;
  drafts: Drafts;
  enter: EnterPreference;
  savedReplies: SavedRepliesStore;
  kind: DraftKind;
  /** The one that is shown. */
  fieldRef: RefObject<HTMLTextAreaElement>;
  typing(): void;
  onKind(kind: DraftKind): void;
  onReply(text: string): void;
  onNote(text: string): void;
  /** Away from the field; what is typed stays. */
  onLeave(): void;
}

const KINDS: { kind: DraftKind; Icon: ComponentType<{ label: string }> }[] = [
  { kind: 'reply', Icon: CommentIcon },
  { kind: 'note', Icon: LockIcon },
];

/** Two boxes with two drafts, one for the customer and one for agents: they look, and say, and do something else (rule D6). */
export function Composer(props: ComposerProps) {
  const { view, name, drafts, enter, savedReplies, kind, fieldRef } = props;
  const { typing, onKind, onReply, onNote, onLeave } = props;
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const { conversationId, customer, issueKey } = view.row;
  const labels = { reply: t('composer.reply', { name }), note: t('note.note') };
  const hint = kind === 'reply' ? replyHint(texts, view) : null;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = kind === 'reply' ? 'note' : 'reply';
    onKind(other);
    tabs.current?.querySelector<HTMLElement>(`[data-kind=${other}]`)?.focus();
  }

  return (
    <section className={kind === 'note' ? 'composer composer-note' : 'composer'}>
      <div
        ref={tabs}
        className="composer-tabs"
        role="tablist"
        tabIndex={-1}
        aria-label={t('composer.choice')}
        onKeyDown={onKeyDown}
      >
        {KINDS.map((each) => (
          <button
            key={each.kind}
            type="button"
            role="tab"
            id={`${id}-${each.kind}`}
            data-kind={each.kind}
            aria-selected={each.kind === kind}
            aria-controls={each.kind === kind ? `${id}-box` : undefined}
            tabIndex={each.kind === kind ? 0 : -1}
            onClick={() => {
              onKind(each.kind);
              // Once it is drawn.
              requestAnimationFrame(() => fieldRef.current?.focus());
            }}
          >
            <each.Icon label="" />
            <span className="inbox-cut" title={labels[each.kind]}>
              {labels[each.kind]}
            </span>
            {each.kind !== kind && <DraftMark {...{ drafts, conversationId }} kind={each.kind} />}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-box`} aria-labelledby={`${id}-${kind}`}>
        <p className="composer-readers fd-small">
          {kind === 'note' && <HiddenIcon label="" />}
          <span>{kind === 'reply' ? readersText(texts, view) : t('note.readers')}</span>
        </p>
        {hint !== null && <p className="composer-hint fd-small fd-subtle">{hint}</p>}
        {kind === 'reply' ? (
          <ReplyBox
            {...{ drafts, conversationId, fieldRef, enter, savedReplies, typing }}
            // An address is no name to be called by.
            values={{ customer: customer === view.email ? null : customer, key: issueKey }}
            onSend={onReply}
            onLeave={onLeave}
          />
        ) : (
          <NoteBox {...{ drafts, conversationId, fieldRef, onLeave }} onAdd={onNote} />
        )}
      </div>
    </section>
  );
}

function DraftMark({
  drafts,
  conversationId,
  kind,
}: Pick<ComposerProps, 'drafts' | 'kind'> & { conversationId: string }) {
  const { t } = useTexts();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId, kind));
  return showsNothing(text) ? null : <span className="composer-draft fd-small">{t('composer.draft')}</span>;
}
