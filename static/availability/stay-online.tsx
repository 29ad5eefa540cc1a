import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { useEffect, useId, useRef } from 'react';
import type { Panel } from '../../src/contract/panel';
import { clockTime, duration } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { endChoices, latestEnd, type EndChoice } from './end-choice';
import type { StayForm } from './use-stay-form';

export interface StayOnlineProps {
  form: StayForm;
  panel: Panel;
  now: number;
  showScope: boolean;
  /** While online: sets the end anew. While offline the main button uses what is chosen here. */
  onApply?: () => void;
}

export function StayOnline({ form, panel, now, showScope, onApply }: StayOnlineProps) {
  const texts = useTexts();
  const selectId = useId();
  return (
    <div className="agent-stay">
      <label htmlFor={selectId}>{texts.t('agent.stayOnline')}</label>
      <select
        id={selectId}
        className="fd-field"
        value={String(form.choice)}
        onChange={(event) => form.choose(choiceOf(event.target.value))}
      >
        {endChoices(panel).map((choice) => (
          <option key={choice} value={String(choice)}>
            {choiceText(texts, choice, panel.longestMinutes)}
          </option>
        ))}
      </select>
      {form.choice === 'at-time' && <PickedTime form={form} panel={panel} now={now} />}
      {showScope && (
        <Checkbox
          label={texts.t('agent.inAllProjects')}
          isChecked={form.scope === 'all'}
          onChange={(event) => form.setScope(event.target.checked ? 'all' : 'project')}
        />
      )}
      {onApply && <Button onClick={onApply}>{texts.t('agent.apply')}</Button>}
    </div>
  );
}

function PickedTime({ form, panel, now }: Pick<StayOnlineProps, 'form' | 'panel' | 'now'>) {
  const texts = useTexts();
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { problem } = form;
  useEffect(() => {
    if (problem) input.current?.focus();
  }, [problem]);
  const end = form.end(now);
  const latest = latestEnd(panel.longestMinutes, now);
  function hint(): string {
    if (end.ok && end.end !== null)
      return texts.t('agent.untilTime', { time: clockTime(end.end, now, texts) });
    if (form.time !== '' && latest !== null) {
      return texts.t('agent.tooLate', { time: clockTime(latest, now, texts) });
    }
    return problem ? texts.t('agent.noTime') : '';
  }
  const wrong = !end.ok && (problem !== null || form.time !== '');
  return (
    <>
      <input
        ref={input}
        type="time"
        className="fd-field"
        aria-label={texts.t('agent.pickTime')}
        aria-invalid={wrong}
        aria-describedby={hintId}
        value={form.time}
        onChange={(event) => form.pickTime(event.target.value)}
      />
      <span id={hintId} className={wrong ? 'agent-wrong' : 'fd-subtle'} role={wrong ? 'alert' : undefined}>
        {hint()}
      </span>
    </>
  );
}

function choiceText(texts: Texts, choice: EndChoice, longestMinutes: number | null): string {
  if (choice === 'at-time') return texts.t('agent.untilITime');
  if (typeof choice === 'number') return duration(choice * 60_000, texts);
  if (longestMinutes === null) return texts.t('agent.untilIGoOffline');
  return texts.t('agent.longest', { duration: duration(longestMinutes * 60_000, texts) });
}

const choiceOf = (value: string): EndChoice =>
  value === 'open' || value === 'at-time' ? value : Number(value);
