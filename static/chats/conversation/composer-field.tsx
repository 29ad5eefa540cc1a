import { useEffect, useId, useSyncExternalStore, type ReactNode, type RefObject } from 'react';
import { characterCount } from '../../../src/domain/character-count';
import { MESSAGE_LENGTH } from '../../../src/domain/limits';
import { useTexts } from '../../app/texts-context';
import type { DraftKind, Drafts } from './drafts';
import { keyAct } from './key-act';
import { pressedKey } from './pressed-key';

/** From here on it says how much room is left. */
const COUNT_FROM = MESSAGE_LENGTH - 400;

export interface ComposerFieldProps {
  drafts: Drafts;
  conversationId: string;
  kind: DraftKind;
  fieldRef: RefObject<HTMLTextAreaElement>;
  label: string;
  /** Whether Enter alone sends. */
  enterSends: boolean;
  /** Why what is there was not sent. Goes with the next letter. */
  hindrance: string | null;
  /** What the keys do. */
  how: string;
  /** Beside the buttons. */
  children: ReactNode;
  /** Some other key, before the field has it; true: it is dealt with. */
  onKey?(key: string, text: string): boolean;
  onType(text: string): void;
  onSend(): void;
  /** Away from the field; what is typed stays. */
  onLeave(): void;
}

/** The text of a reply or of a note, kept as it is typed, and how long it may be. */
export function ComposerField(props: ComposerFieldProps) {
  const { drafts, conversationId, kind, fieldRef, label, enterSends, hindrance, how, children } = props;
  const { onKey, onType, onSend, onLeave } = props;
  const texts = useTexts();
  const id = useId();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId, kind));
  const left = roomLeft(text);
  useEffect(() => grow(fieldRef.current), [fieldRef, text]);
  useEffect(() => () => drafts.hold(null), [drafts]);

  function said(): string {
    if (hindrance !== null) return hindrance;
    if (left < 0) return texts.counted('inbox.tooMany', -left);
    if (MESSAGE_LENGTH - left >= COUNT_FROM) return texts.counted('inbox.left', left);
    return text !== '' && !drafts.isKept(conversationId, kind) ? texts.t('composer.notKept') : '';
  }

  return (
    <>
      <label className="fd-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={fieldRef}
        className="fd-field composer-field"
        rows={2}
        value={text}
        dir="auto"
        aria-describedby={`${id}-how ${id}-said`}
        aria-invalid={left < 0 || hindrance !== null}
        onFocus={() => drafts.hold({ conversationId, kind })}
        onBlur={() => drafts.hold(null)}
        onChange={({ target }) => {
          drafts.write(conversationId, kind, target.value);
          onType(target.value);
        }}
        onKeyDown={(event) => {
          const pressed = pressedKey(event);
          const act = keyAct(pressed, enterSends);
          const isPlain = !pressed.isComposing && !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey;
          if (isPlain && pressed.key === 'Escape') {
            // The key means nothing more, such as closing the dialog of Jira's that the inbox may be in.
            event.preventDefault();
            event.stopPropagation();
            return onLeave();
          }
          const isOther = isPlain && onKey?.(pressed.key, text) === true;
          if (act === null && !isOther) return;
          event.preventDefault();
          if (act === 'send') onSend();
        }}
      />
      <div className="composer-foot">
        <div className="composer-hints fd-small">
          <p
            id={`${id}-said`}
            className={left < 0 || hindrance !== null ? 'inbox-wrong' : 'fd-subtle'}
            role="status"
          >
            {said()}
          </p>
          <p id={`${id}-how`} className="fd-subtle">
            {how}
          </p>
        </div>
        <div className="fd-actions">{children}</div>
      </div>
    </>
  );
}

/** Characters; below zero: too many. */
export const roomLeft = (text: string): number => MESSAGE_LENGTH - characterCount(text);

/** As high as what is typed; the style sheet says how high at most. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${String(field.scrollHeight + 2)}px`;
}
