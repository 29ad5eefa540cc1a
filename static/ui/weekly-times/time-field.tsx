import { useState } from 'react';
import { useTexts } from '../../app/texts-context';
import { parseTime } from './parse-time';
import { timeWords } from './time-words';

export interface TimeFieldProps {
  id: string;
  label: string;
  /** `HH:MM`, or what was typed and is no time. */
  time: string;
  invalid: boolean;
  describedBy: string | undefined;
  onChange(time: string): void;
}

/** A time as people type it. Its own text stays while it is being typed; what it means is told at once. */
export function TimeField({ id, label, time, invalid, describedBy, onChange }: TimeFieldProps) {
  const texts = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      id={id}
      type="text"
      className="fd-field times-time"
      aria-label={label}
      aria-invalid={invalid && typed === null}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      maxLength={12}
      value={typed ?? timeWords(time, texts)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(parseTime(text) ?? text.slice(0, 5));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
