import { useId } from 'react';
import './segmented-choice.css';

export interface SegmentedChoiceProps<Value extends string> {
  legend: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}

/** One of two or three, side by side: radio buttons that look like one switch. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { legend, value, choices, onChange } = props;
  const name = useId();
  return (
    <fieldset className="fd-segmented">
      <legend className="fd-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            className="fd-hidden"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
