import {
  DAY_OFF_NAME_LENGTH,
  DAYS_OFF,
  FIRST_YEAR,
  LAST_YEAR,
  SLOTS,
} from '../../../src/domain/clock/clock-limits';
import type { WeeklyTimes } from '../../../src/domain/clock/schedule';
import type { TimesProblem } from '../../../src/domain/clock/schedule-problems';
import type { Texts } from '../../app/texts';
import { dayName, spanWords, timeWords } from './time-words';

/** Whose dates without slots they are: an agent's, or those of business hours. */
export type DaysKind = 'daysOff' | 'holidays';

/** What is wrong, and what to do about it, in the reader's words. */
export function problemWords(
  texts: Texts,
  problem: TimesProblem,
  { slots }: Pick<WeeklyTimes, 'slots'>,
  kind: DaysKind = 'daysOff',
): string {
  const { t } = texts;
  const number = (count: number): string => new Intl.NumberFormat(texts.locale).format(count);
  switch (problem.kind) {
    case 'unknown-zone':
      return t('times.unknownZone');
    case 'too-many-slots':
      return t('times.tooManySlots', { count: number(SLOTS) });
    case 'no-time':
      return t('times.noTime', { from: timeWords('09:00', texts), to: timeWords('17:00', texts) });
    case 'overlap': {
      const other = slots[problem.other];
      return t('times.overlap', {
        day: other ? dayName(other.day, texts) : '',
        hours: other ? spanWords(other, texts) : '',
      });
    }
    case 'too-many-days':
      return t(kind === 'daysOff' ? 'times.tooManyDaysOff' : 'times.tooManyHolidays', {
        count: number(DAYS_OFF),
      });
    case 'no-date':
      return t('times.noDate');
    case 'year':
      return t('times.wrongYear', { first: String(FIRST_YEAR), last: String(LAST_YEAR) });
    case 'ends-before':
      return t('times.endsBefore');
    case 'long-name':
      return t('times.longName', { count: number(DAY_OFF_NAME_LENGTH) });
  }
}
