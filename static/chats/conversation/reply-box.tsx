import Button from '@atlaskit/button/new';
import { useEffect, useId, useState, useSyncExternalStore, type KeyboardEvent, type RefObject } from 'react';
import { characterCount } from '../../../src/domain/character-count';
import { MESSAGE_LENGTH } from '../../../src/domain/limits';
import { showsNothing } from '../../../src/domain/shows-nothing';
import { useTexts } from '../../app/texts-context';
import type { Drafts } from './drafts';

/** From here on it says how much room is left. */
const COUNT_FROM = MESSAGE_LENGTH - 400;

export interface ReplyBoxProps {
  drafts: Drafts;
  conversationId: string;
  fieldRef: RefObject<HTMLTextAreaElement>;
  /** What is to be known before one answers. */
  hint: string | null;
  typing(): void;
  onSend(text: string): void;
}

export function ReplyBox(props: ReplyBoxProps) {
  const { drafts, conversationId, fieldRef, hint, typing, onSend } = props;
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId));
  const [triedEmpty, setTriedEmpty] = useState(false);
  const length = characterCount(text);
  const left = MESSAGE_LENGTH - length;
  const tooLong = left < 0;

  useEffect(() => grow(fieldRef.current), [fieldRef, text]);

  function send(): void {
    fieldRef.current?.focus();
    if (showsNothing(text)) return setTriedEmpty(true);
    if (tooLong) return;
    drafts.write(conversationId, '');
    onSend(text);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.repeat) send();
  }

  function count(): string {
    if (triedEmpty) return t('inbox.writeFirst');
    if (tooLong) return texts.counted('inbox.tooMany', -left);
    return length >= COUNT_FROM ? texts.counted('inbox.left', left) : '';
  }

  return (
    <form
      className="inbox-reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {hint !== null && <p className="fd-small fd-subtle">{hint}</p>}
      <label className="fd-label" htmlFor={id}>
        {t('inbox.reply')}
      </label>
      <textarea
        id={id}
        ref={fieldRef}
        className="fd-field inbox-reply-field"
        rows={2}
        value={text}
        aria-describedby={`${id}-how ${id}-count`}
        aria-invalid={tooLong}
        onChange={({ target }) => {
          setTriedEmpty(false);
          drafts.write(conversationId, target.value);
          if (target.value.trim() !== '') typing();
        }}
        onKeyDown={onKeyDown}
      />
      <div className="inbox-reply-foot">
        <div className="inbox-reply-hints fd-small">
          <p id={`${id}-how`} className="fd-subtle">
            {t('inbox.replyHow')}
          </p>
          <p id={`${id}-count`} className={tooLong ? 'inbox-wrong' : 'fd-subtle'} role="status">
            {count()}
          </p>
        </div>
        <Button type="submit" appearance="primary" isDisabled={tooLong}>
          {t('inbox.send')}
        </Button>
      </div>
    </form>
  );
}

/** As high as what is typed; the style sheet says how high at most. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
