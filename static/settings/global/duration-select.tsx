import { useId } from 'react';
import { useTexts } from '../../app/texts-context';
import { durationChoices, durationText, isWithin } from './duration-choices';

export interface DurationSelectProps {
  label: string;
  help: string;
  /** What null is called: no end, no limit. */
  without: string;
  value: number | null;
  saved: number | null;
  /** Shorter ones are not offered, unless it is the saved one. */
  shortest?: number;
  /** Longer ones are not offered. */
  longest?: number | null;
  problem?: string | null;
  onChange(minutes: number | null): void;
}

export function DurationSelect(props: DurationSelectProps) {
  const {
    label,
    help,
    without,
    value,
    saved,
    shortest = 0,
    longest = null,
    problem = null,
    onChange,
  } = props;
  const { locale } = useTexts();
  const id = useId();
  const choices = durationChoices(saved).filter(
    (minutes) =>
      ((minutes >= shortest || minutes === saved) && isWithin(minutes, longest)) || minutes === value,
  );
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor={id}>
        {label}
      </label>
      <p className="fd-help" id={`${id}-help`}>
        {help}
      </p>
      <select
        id={id}
        className="fd-field"
        value={value ?? ''}
        aria-describedby={`${id}-help ${id}-problem`}
        aria-invalid={problem !== null}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      >
        <option value="">{without}</option>
        {choices.map((minutes) => (
          <option key={minutes} value={minutes}>
            {durationText(minutes, locale)}
          </option>
        ))}
      </select>
      <p id={`${id}-problem`} className="fd-problem fd-small" role="status">
        {problem}
      </p>
    </div>
  );
}
