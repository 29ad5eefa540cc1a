import LockIcon from '@atlaskit/icon/core/lock-locked';
import { useId } from 'react';
import { characterCount } from '../../../src/domain/character-count';
import { HAND_OVER_NOTE_LENGTH } from '../../../src/domain/inbox-limits';
import { useTexts } from '../../app/texts-context';

export interface HandOverNoteProps {
  /** For whom; null: nobody was chosen yet. */
  name: string | null;
  value: string;
  onChange(text: string): void;
  onSubmit(): void;
}

export const isNoteTooLong = (note: string): boolean => characterCount(note) > HAND_OVER_NOTE_LENGTH;

/** What the colleague should know. It looks like what it is: an internal note, which no customer sees. */
export function HandOverNote({ name, value, onChange, onSubmit }: HandOverNoteProps) {
  const { t, counted } = useTexts();
  const id = useId();
  const over = characterCount(value) - HAND_OVER_NOTE_LENGTH;
  return (
    <div className="hand-over-note">
      <label className="hand-over-note-label" htmlFor={id}>
        <LockIcon label="" size="small" />
        <span className="inbox-cut">
          {name === null ? t('handOver.noteNobody') : t('handOver.note', { name })}
        </span>{' '}
        <span className="fd-small hand-over-note-kind">{t('handOver.noteKind')}</span>
      </label>
      <textarea
        id={id}
        rows={2}
        value={value}
        aria-invalid={over > 0}
        aria-describedby={over > 0 ? `${id}-over` : undefined}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          if (!event.repeat) onSubmit();
        }}
      />
      {over > 0 && (
        <p id={`${id}-over`} className="fd-small inbox-wrong" role="status">
          {counted('inbox.tooMany', over)}
        </p>
      )}
    </div>
  );
}
