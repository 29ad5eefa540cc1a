import { useId } from 'react';

interface RadioChoice<Value extends string> {
  value: Value;
  label: string;
  help: string;
}

export interface RadioChoicesProps<Value extends string> {
  legend: string;
  help?: string;
  value: Value;
  choices: readonly RadioChoice<Value>[];
  onChange(value: Value): void;
}

/** One of a few, each with a sentence that says what it does. */
export function RadioChoices<Value extends string>(props: RadioChoicesProps<Value>) {
  const { legend, help, value, choices, onChange } = props;
  const id = useId();
  return (
    <fieldset className="fd-choices" aria-describedby={help === undefined ? undefined : `${id}-help`}>
      <legend className="fd-setting-name">{legend}</legend>
      {help !== undefined && (
        <p className="fd-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {choices.map((choice) => (
        <div className="fd-choice" key={choice.value}>
          <input
            type="radio"
            id={`${id}-${choice.value}`}
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            aria-describedby={`${id}-${choice.value}-help`}
          />
          <div>
            <label htmlFor={`${id}-${choice.value}`}>{choice.label}</label>
            <p className="fd-help" id={`${id}-${choice.value}-help`}>
              {choice.help}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
