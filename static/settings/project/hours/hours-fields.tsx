import { useId, useRef } from 'react';
import type { ClosureRow } from '../../../../src/contract/clock';
import type { Hours, HoursMode, WeeklyTimes } from '../../../../src/domain/clock/schedule';
import type { ServerClock } from '../../../app/server-clock';
import { useTexts } from '../../../app/texts-context';
import { CheckboxSetting } from '../../../ui/checkbox-setting';
import { RadioChoices } from '../../../ui/radio-choices';
import { WeeklyTimesEditor } from '../../../ui/weekly-times/weekly-times-editor';
import type { SettingsDraft } from '../settings-draft';
import { hoursProblems, inMode } from './hours-choice';
import './hours.css';
import { ShownTableView } from './shown-table-view';

export interface HoursFieldsProps {
  draft: SettingsDraft;
  /** As they are stored. */
  saved: Hours;
  /** The admin's own (IANA): the first that is offered. */
  ownZone: string;
  closures: readonly ClosureRow[];
  someoneOnline: boolean;
  clock: ServerClock;
  onEdit(change: Partial<SettingsDraft>): void;
}

/** When customers see the chat: hours, hiding while nobody is online, and what follows from both (rules C6, H3). */
export function HoursFields(props: HoursFieldsProps) {
  const { draft, saved, ownZone, closures, someoneOnline, clock, onEdit } = props;
  const { t } = useTexts();
  const id = useId();
  const { hours } = draft;
  /** Whoever tries "at any time" finds their times again. */
  const entered = useRef(saved);
  function choose(mode: HoursMode): void {
    if (hours.mode !== 'always') entered.current = hours;
    const isAsSaved = mode === 'always' && saved.mode === 'always';
    onEdit({ hours: isAsSaved ? saved : inMode(mode === 'always' ? hours : entered.current, mode, ownZone) });
  }
  const change = ({ zone, slots, daysOff }: WeeklyTimes): void =>
    onEdit({ hours: { mode: hours.mode, zone, slots, holidays: daysOff } });
  return (
    <section className="hours" id="hours" tabIndex={-1} aria-labelledby={id}>
      <h3 id={id}>{t('settings.hoursTitle')}</h3>
      <RadioChoices
        legend={t('settings.hours')}
        value={hours.mode}
        onChange={choose}
        choices={[
          { value: 'always', label: t('settings.hoursAlways'), help: t('settings.hoursAlwaysHelp') },
          { value: 'project', label: t('settings.hoursProject'), help: t('settings.hoursProjectHelp') },
          { value: 'customer', label: t('settings.hoursCustomer'), help: t('settings.hoursCustomerHelp') },
        ]}
      />
      {hours.mode !== 'always' && (
        <div className="hours-times">
          <WeeklyTimesEditor
            times={{ zone: hours.zone, slots: hours.slots, daysOff: hours.holidays }}
            problems={hoursProblems(hours)}
            zones={hours.mode === 'customer' ? null : [...new Set([ownZone, saved.zone])]}
            now={clock.now()}
            idPrefix="hours"
            daysKind="holidays"
            onChange={change}
          />
          <p className="fd-small fd-problem" role="status">
            {hours.slots.length === 0 && t('settings.hoursNone')}
          </p>
        </div>
      )}
      <CheckboxSetting
        id="hide"
        label={t('settings.hideWhenOffline')}
        help={t('settings.hideWhenOfflineHelp')}
        checked={draft.hideWhenOffline}
        onChange={(hideWhenOffline) => onEdit({ hideWhenOffline })}
      />
      <ShownTableView settings={draft} {...{ closures, someoneOnline, clock }} />
    </section>
  );
}
