import { useEffect, useRef } from 'react';
import type { WeeklyTimes } from '../../../src/domain/clock/schedule';
import type { TimesProblem } from '../../../src/domain/clock/schedule-problems';
import { useTexts } from '../../app/texts-context';
import { DayRow, WEEK } from './day-row';
import { DaysOffList } from './days-off-list';
import { problemWords, type DaysKind } from './problem-words';
import { ZoneField } from './zone-field';
import './weekly-times.css';

export interface WeeklyTimesEditorProps {
  /** Times that were typed and are none are among them as they were typed. */
  times: WeeklyTimes;
  /** What `timesProblems` finds in them: each is said at its field. */
  problems: readonly TimesProblem[];
  /** Offered first. Null: they hold in whoever's zone looks, so there is none to choose. */
  zones: readonly string[] | null;
  /** Of the server, epoch ms. */
  now: number;
  /** Begins the ids of all fields. */
  idPrefix: string;
  /** What dates without hours are called: an agent's days off (unless said otherwise), or holidays of business hours. */
  daysKind?: DaysKind;
  onChange(times: WeeklyTimes): void;
}

/** Hours that repeat every week in a time zone, and the dates on which they don't (rules H1, H3). */
export function WeeklyTimesEditor(props: WeeklyTimesEditorProps) {
  const { times, problems, zones, now, idPrefix, daysKind = 'daysOff', onChange } = props;
  const texts = useTexts();
  const { t } = texts;
  const focusNext = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (focusNext.current === undefined) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = undefined;
  });
  const change = (part: Partial<WeeklyTimes>, focus?: string): void => {
    focusNext.current = focus;
    onChange({ zone: times.zone, slots: times.slots, daysOff: times.daysOff, ...part });
  };
  const wordsOf = (kind: TimesProblem['kind']): string | null => {
    const problem = problems.find((each) => each.kind === kind);
    return problem ? problemWords(texts, problem, times, daysKind) : null;
  };
  const tooMany = wordsOf('too-many-slots');
  return (
    <div className="times">
      {zones && (
        <ZoneField
          {...{ idPrefix, zones, now }}
          zone={times.zone}
          problem={wordsOf('unknown-zone')}
          onChange={(zone) => change({ zone })}
        />
      )}
      <div role="group" aria-label={t('times.everyWeek')} className="times-week">
        <div className="times-scale" aria-hidden="true">
          <div className="times-scale-hours">
            {[0, 6, 12, 18, 24].map((hour) => (
              <span key={hour}>{hour}</span>
            ))}
          </div>
        </div>
        {tooMany !== null && (
          <p className="fd-small fd-problem" role="alert">
            {tooMany}
          </p>
        )}
        {WEEK.map((day) => (
          <DayRow
            key={day}
            {...{ day, problems, idPrefix }}
            slots={times.slots}
            none={t(daysKind === 'daysOff' ? 'times.off' : 'times.noHours')}
            onChange={(slots, focus) => change({ slots }, focus)}
          />
        ))}
      </div>
      <DaysOffList
        {...{ times, problems, idPrefix, now }}
        isLocal={zones === null}
        kind={daysKind}
        onChange={(daysOff, focus) => change({ daysOff }, focus)}
      />
    </div>
  );
}
