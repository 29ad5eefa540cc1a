import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { endOfChoice, oneHourMore } from './end-choice';
import { ScopeChoice } from './scope-choice';
import { TimePicker } from './time-picker';
import { UntilMenu } from './until-menu';
import type { ChosenEnd, StayForm } from './use-stay-form';

export interface UntilProps {
  form: StayForm;
  panel: Panel;
  now: number;
  isCalm: boolean;
  /** While online every choice is a change (epoch ms; null: no end). */
  onChange(end: number | null, chosen: ChosenEnd): void;
}

/** While online: the stored end, and what changes it at once. While offline: what "Go online" will take. */
export function Until({ form, panel, now, isCalm, onChange }: UntilProps) {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const { me } = panel;
  const storedEnd = me.until === null ? null : Date.parse(me.until);
  const extended = me.online ? oneHourMore(me.until, now, panel.longestMinutes) : null;
  const projects = panel.projects.filter(({ isAgent }) => isAgent).length;

  function refocus(): void {
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('.agent-until-button')?.focus());
  }

  function choose(chosen: ChosenEnd): void {
    const end = 'at' in chosen ? chosen.at : endOfChoice(chosen.choice, now);
    if (!me.online) return form.choose(chosen);
    form.stopPicking();
    // "Until I go offline" chosen again changes nothing.
    if (end !== null || storedEnd !== null) onChange(end, chosen);
  }

  return (
    <div className="agent-stay" ref={box}>
      <UntilMenu
        panel={panel}
        now={now}
        end={me.online ? { stored: storedEnd } : { chosen: form.chosen, at: form.end(now) }}
        onChoose={choose}
        onPickTime={form.startPicking}
        autoFocus={isCalm}
      />
      {extended !== null && (
        <Button onClick={() => onChange(extended, { at: extended })}>{texts.t('agent.oneHourMore')}</Button>
      )}
      {me.online && (
        <span className="fd-small fd-subtle agent-why">
          {texts.t(me.reason === 'by-schedule' ? 'agent.setBySchedule' : 'agent.setByYou')}
        </span>
      )}
      {!me.online && projects > 1 && <ScopeChoice form={form} panel={panel} now={now} />}
      {form.time !== null && (
        <TimePicker
          form={form}
          now={now}
          longestMinutes={panel.longestMinutes}
          onPicked={(end) => {
            choose({ at: end });
            refocus();
          }}
          onCancel={() => {
            form.stopPicking();
            refocus();
          }}
        />
      )}
    </div>
  );
}
