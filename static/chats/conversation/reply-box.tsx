import Button from '@atlaskit/button/new';
import QuotationIcon from '@atlaskit/icon/core/quotation-block';
import { useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { unfilledGap, type ReplyValues } from '../../../src/domain/saved-reply';
import { showsNothing } from '../../../src/domain/shows-nothing';
import { useAnnounce } from '../../app/announcer';
import { useTexts } from '../../app/texts-context';
import { ComposerField, roomLeft } from './composer-field';
import type { Drafts } from './drafts';
import type { EnterPreference } from './enter-preference';
import { SavedRepliesMenu } from './saved-replies-menu';
import type { SavedRepliesStore } from './saved-replies-store';

export interface ReplyBoxProps {
  drafts: Drafts;
  conversationId: string;
  fieldRef: RefObject<HTMLTextAreaElement>;
  enter: EnterPreference;
  savedReplies: SavedRepliesStore;
  /** What saved replies are filled with. */
  values: Omit<ReplyValues, 'agent'>;
  typing(): void;
  onSend(text: string): void;
  onLeave(): void;
}

/** What the customer is going to read. */
export function ReplyBox(props: ReplyBoxProps) {
  const { drafts, conversationId, fieldRef, enter, savedReplies, values, typing, onSend, onLeave } = props;
  const { t } = useTexts();
  const announce = useAnnounce();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId, 'reply'));
  const [enterSends, setEnterSends] = useState(enter.sends);
  const [hindrance, setHindrance] = useState<string | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const selection = useRef<[from: number, to: number] | null>(null);
  useLayoutEffect(() => {
    if (selection.current) fieldRef.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [text, fieldRef]);

  function send(): void {
    fieldRef.current?.focus();
    if (showsNothing(text)) return setHindrance(t('inbox.writeFirst'));
    if (roomLeft(text) < 0) return;
    const open = unfilledGap(text);
    if (open) {
      fieldRef.current?.setSelectionRange(open.from, open.to);
      return setHindrance(t('composer.fillFirst', { gap: open.gap }));
    }
    drafts.write(conversationId, 'reply', '');
    onSend(text);
  }

  /** Where the cursor was; and then it is where something is to be filled in. */
  function insert(reply: string, name: string): void {
    const { selectionStart: from = text.length, selectionEnd: to = from } = fieldRef.current ?? {};
    const open = unfilledGap(reply);
    const start = from + (open?.from ?? reply.length);
    selection.current = [start, from + (open?.to ?? reply.length)];
    drafts.write(conversationId, 'reply', text.slice(0, from) + reply + text.slice(to));
    setHindrance(null);
    setIsChoosing(false);
    typing();
    announce(t('saved.inserted', { name }));
    fieldRef.current?.focus();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isChoosing && (
        <SavedRepliesMenu
          store={savedReplies}
          values={values}
          onInsert={insert}
          onClose={(toField) => {
            setIsChoosing(false);
            if (toField) fieldRef.current?.focus();
          }}
        />
      )}
      <ComposerField
        {...{ drafts, conversationId, fieldRef, enterSends, hindrance }}
        kind="reply"
        label={t('inbox.reply')}
        how={t(enterSends ? 'composer.newLine' : 'inbox.replyHow')}
        onType={(typed) => {
          setHindrance(null);
          if (typed.trim() !== '') typing();
        }}
        onKey={(key, typed) => {
          if (key !== '/' || typed !== '') return false;
          setIsChoosing(true);
          return true;
        }}
        onSend={send}
        onLeave={onLeave}
      >
        <label className="composer-enter fd-small">
          <input
            type="checkbox"
            checked={enterSends}
            onChange={({ target }) => {
              enter.set(target.checked);
              setEnterSends(target.checked);
            }}
          />
          {t('composer.enterSends')}
        </label>
        <Button
          appearance="subtle"
          iconBefore={QuotationIcon}
          aria-expanded={isChoosing}
          aria-haspopup="listbox"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => setIsChoosing(!isChoosing)}
        >
          {t('saved.replies')}
        </Button>
        <Button
          type="submit"
          appearance={text === '' ? 'default' : 'primary'}
          isDisabled={roomLeft(text) < 0}
        >
          {t('inbox.send')}
        </Button>
      </ComposerField>
    </form>
  );
}
