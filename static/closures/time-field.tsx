import { forwardRef, useId } from 'react';
import type { TextKey } from '../app/texts';
import { useTexts } from '../app/texts-context';
import type { ClosureProblem } from './closure-entry';

const PROBLEMS: Record<ClosureProblem, TextKey> = {
  missing: 'closure.timeMissing',
  passed: 'closure.timePassed',
  'before-start': 'closure.beforeStart',
  'too-far': 'closure.tooFar',
};

export interface TimeFieldProps {
  label: string;
  value: string;
  problem: ClosureProblem | null;
  onChange(value: string): void;
}

/** A date and a time of the browser's wall clock, and what is wrong with it. */
export const TimeField = forwardRef<HTMLInputElement, TimeFieldProps>(function TimeField(props, ref) {
  const { label, value, problem, onChange } = props;
  const { t } = useTexts();
  const id = useId();
  return (
    <div className="fd-setting">
      <label className="fd-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={ref}
        type="datetime-local"
        className="fd-field"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-problem`} className="fd-small fd-problem" role="status">
        {problem !== null && t(PROBLEMS[problem])}
      </p>
    </div>
  );
});
