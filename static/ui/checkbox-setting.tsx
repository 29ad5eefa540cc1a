export interface CheckboxSettingProps {
  id: string;
  label: string;
  help: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** One yes or no, with a sentence that says what it does. */
export function CheckboxSetting({ id, label, help, checked, onChange }: CheckboxSettingProps) {
  return (
    <div className="fd-choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label className="fd-setting-name" htmlFor={id}>
          {label}
        </label>
        <p className="fd-help" id={`${id}-help`}>
          {help}
        </p>
      </div>
    </div>
  );
}
