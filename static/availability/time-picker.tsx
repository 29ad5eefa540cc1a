import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type FormEvent } from 'react';
import { clockTime, duration } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { latestEnd, pickedEnd } from './end-choice';
import type { StayForm } from './use-stay-form';

export interface TimePickerProps {
  form: StayForm;
  now: number;
  longestMinutes: number | null;
  /** Epoch ms. */
  onPicked(end: number): void;
  onCancel(): void;
}

/** A time of today; one that has passed is asked about before it means tomorrow, and one that comes twice, too. */
export function TimePicker({ form, now, longestMinutes, onPicked, onCancel }: TimePickerProps) {
  const texts = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { remark } = form;
  const time = form.time ?? '';
  const picked = pickedEnd(time, now, longestMinutes);
  const tomorrow = remark === 'tomorrow' && picked.ok ? picked.end : null;
  const isWrong = remark !== null && remark !== 'tomorrow' && remark !== 'twice';
  useEffect(() => {
    if (isWrong) input.current?.focus();
  }, [isWrong]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const end = form.takePicked(now);
    if (end !== null) onPicked(end);
  }

  /** What may be taken: the time as it is written, or what the question is about. */
  function possibleAnswers(): { text: string; end: number | null }[] {
    if (tomorrow !== null) return [{ text: texts.t('agent.useTomorrow'), end: tomorrow }];
    if (remark !== 'twice' || !picked.ok || picked.again === null)
      return [{ text: texts.t('agent.useTime'), end: null }];
    return [picked.end, picked.again].map((end) => {
      const values = { time: clockTime(end, now, texts), left: duration(end - now, texts) };
      return { text: texts.t('agent.timeIn', values), end };
    });
  }

  function remarkText(): string {
    if (remark === null) return '';
    if (remark === 'no-time') return texts.t('agent.noTime');
    if (remark === 'twice') return texts.t('agent.comesTwice');
    if (remark === 'tomorrow')
      return texts.t('agent.tomorrowQuestion', { time: clockTime(tomorrow ?? now, now, texts) });
    const latest = clockTime(latestEnd(longestMinutes, now) ?? now, now, texts);
    return texts.t(remark === 'passed' ? 'agent.passedToday' : 'agent.tooLate', { time: latest });
  }

  return (
    <form
      className="agent-picker"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape leaves the picking, not the whole dialog.
        event.stopPropagation();
        onCancel();
      }}
    >
      <label className="fd-label" htmlFor={`${id}-time`}>
        {texts.t('agent.pickTime')}
      </label>
      <div className="fd-actions">
        <input
          id={`${id}-time`}
          ref={input}
          type="time"
          className="fd-field"
          autoFocus
          aria-invalid={isWrong}
          aria-describedby={`${id}-remark`}
          value={time}
          onChange={(event) => form.pickTime(event.target.value)}
        />
        {possibleAnswers().map(({ text, end }, index) => (
          // One element for whatever stands there: it keeps the focus.
          <Button
            key={index}
            type={end === null ? 'submit' : 'button'}
            {...(end !== null && { onClick: () => onPicked(end) })}
          >
            {text}
          </Button>
        ))}
        <Button appearance="subtle" onClick={onCancel}>
          {texts.t('agent.cancel')}
        </Button>
      </div>
      <p id={`${id}-remark`} className={isWrong ? 'agent-wrong' : undefined} role="alert">
        {remarkText()}
      </p>
    </form>
  );
}
