import CalendarPlusIcon from '@atlaskit/icon/core/calendar-plus';
import type { DayOff, WeeklyTimes } from '../../../src/domain/clock/schedule';
import type { TimesProblem } from '../../../src/domain/clock/schedule-problems';
import { isZone } from '../../../src/domain/is-zone';
import { dateFormat } from '../../app/date-format';
import { useTexts } from '../../app/texts-context';
import { CalendarImport } from './calendar-import';
import { DayOffFields } from './day-off-fields';
import { problemWords, type DaysKind } from './problem-words';

const TEXTS = {
  daysOff: {
    title: 'times.daysOff',
    help: 'times.daysOffHelp',
    none: 'times.noDaysOff',
    add: 'times.addDaysOff',
  },
  holidays: {
    title: 'times.holidays',
    help: 'times.holidaysHelp',
    none: 'times.noHolidays',
    add: 'times.addHoliday',
  },
} as const;

export interface DaysOffListProps {
  times: WeeklyTimes;
  kind: DaysKind;
  /** Dates are those of whoever looks. */
  isLocal?: boolean;
  problems: readonly TimesProblem[];
  idPrefix: string;
  now: number;
  /** `focus`: the id of what has the focus afterwards. */
  onChange(daysOff: DayOff[], focus?: string): void;
}

/** Dates on which the weekly hours don't hold. */
export function DaysOffList(props: DaysOffListProps) {
  const { times, kind, isLocal = false, problems, idPrefix, now, onChange } = props;
  const texts = useTexts();
  const { t } = texts;
  const { daysOff, zone } = times;
  const words = TEXTS[kind];
  const own = problems.filter((each) => each.at === 'daysOff');
  const wordsOf = (problem: TimesProblem | undefined): string | null =>
    problem ? problemWords(texts, problem, times, kind) : null;
  const tooMany = wordsOf(own.find((each) => each.kind === 'too-many-days'));
  const today = dateFormat('en-CA', {
    dateStyle: 'short',
    timeZone: isZone(zone) ? zone : 'UTC',
  }).format(now);
  const addId = `${idPrefix}-add-days`;
  const dayId = (index: number): string => `${idPrefix}-days-${String(index)}`;
  return (
    <section className="times-days" aria-labelledby={`${idPrefix}-days-title`}>
      <div className="times-days-head">
        <h3 id={`${idPrefix}-days-title`}>{t(words.title)}</h3>
        <div className="fd-actions">
          <button
            type="button"
            id={addId}
            className="times-button"
            onClick={() => {
              onChange([...daysOff, { from: today, to: today }], `${dayId(daysOff.length)}-from`);
            }}
          >
            <CalendarPlusIcon label="" size="small" />
            {t(words.add)}
          </button>
        </div>
      </div>
      <p className="fd-help">
        {daysOff.length === 0 ? t(words.none) : isLocal ? t('times.localHelp') : t(words.help, { zone })}
      </p>
      {tooMany !== null && (
        <p className="fd-small fd-problem" role="alert">
          {tooMany}
        </p>
      )}
      {daysOff.length > 0 && (
        <ul className="times-days-list">
          {daysOff.map((day, index) => (
            <DayOffFields
              key={index}
              id={dayId(index)}
              day={day}
              number={index + 1}
              problem={wordsOf(own.find((each) => 'index' in each && each.index === index))}
              onChange={(changed) =>
                onChange(daysOff.map((each, place) => (place === index ? changed : each)))
              }
              onRemove={() =>
                onChange(
                  daysOff.filter((_each, place) => place !== index),
                  addId,
                )
              }
            />
          ))}
        </ul>
      )}
      <CalendarImport {...{ daysOff, kind, today }} onChange={onChange} />
    </section>
  );
}
