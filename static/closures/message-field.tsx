import { forwardRef, useId } from 'react';
import { characterCount } from '../../src/domain/character-count';
import { CLOSURE_MESSAGE_LENGTH } from '../../src/domain/clock/clock-limits';
import { useTexts } from '../app/texts-context';

export interface MessageFieldProps {
  value: string;
  /** As it would be stored. */
  message: string;
  /** Characters over the limit. */
  over: number;
  onChange(value: string): void;
}

/** The sentence for customers: one line. */
export const MessageField = forwardRef<HTMLInputElement, MessageFieldProps>(
  function MessageField(props, ref) {
    const { value, message, over, onChange } = props;
    const texts = useTexts();
    const id = useId();
    return (
      <div className="fd-setting">
        <label className="fd-label" htmlFor={id}>
          {texts.t('closure.message')}
        </label>
        <input
          id={id}
          ref={ref}
          type="text"
          dir="auto"
          autoComplete="off"
          className="fd-field"
          value={value}
          aria-invalid={over > 0}
          aria-describedby={`${id}-count ${id}-over`}
          onChange={({ target }) => onChange(target.value)}
        />
        <p id={`${id}-count`} className="fd-help">
          {texts.t('settings.welcomeTextCount', {
            count: characterCount(message),
            max: CLOSURE_MESSAGE_LENGTH,
          })}
        </p>
        <p id={`${id}-over`} className="fd-small fd-problem" role="status">
          {over > 0 && texts.counted('closure.tooLong', over)}
        </p>
      </div>
    );
  },
);
