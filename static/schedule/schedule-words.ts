import type { MySchedule } from '../../src/contract/clock';
import type { Schedule, Weekday } from '../../src/domain/clock/schedule';
import type { Texts } from '../app/texts';
import { dateWords, dayName, spanWords } from '../ui/weekly-times/time-words';
import type { SchedulePart } from './schedule-draft';

const PART_TEXTS = {
  zone: 'times.zone',
  slots: 'schedule.hours',
  daysOff: 'times.daysOff',
  rollCall: 'schedule.rollCall',
  leftOut: 'schedule.leftOut',
} as const;

export const partName = ({ t }: Texts, part: SchedulePart): string => t(PART_TEXTS[part]);

/** What a part is set to: for whoever has two versions to choose from. */
export function partWords(
  texts: Texts,
  part: SchedulePart,
  schedule: Schedule,
  projects: MySchedule['projects'],
): string {
  const { t } = texts;
  switch (part) {
    case 'zone':
      return schedule.zone;
    case 'slots':
      return weekWords(texts, schedule);
    case 'daysOff':
      return orNone(
        texts,
        schedule.daysOff.map(({ from, to, name }) => {
          const dates =
            from === to ? dateWords(from, texts) : `${dateWords(from, texts)}–${dateWords(to, texts)}`;
          return name === undefined ? dates : `${name} (${dates})`;
        }),
      );
    case 'rollCall':
      return t(schedule.rollCall === 'confirm' ? 'schedule.askFirst' : 'schedule.byItself');
    case 'leftOut':
      return orNone(
        texts,
        schedule.leftOut.map((id) => projects.find((project) => project.id === id)?.name ?? id),
      );
  }
}

function weekWords(texts: Texts, { slots }: Schedule): string {
  const days = [...new Set(slots.map(({ day }) => day))].sort((a, b) => a - b);
  const said = (day: Weekday): string =>
    `${dayName(day, texts)} ${slots
      .filter((slot) => slot.day === day)
      .map((slot) => spanWords(slot, texts))
      .join(', ')}`;
  return orNone(texts, days.map(said));
}

const orNone = ({ t }: Texts, lines: string[]): string =>
  lines.length === 0 ? t('schedule.none') : lines.join('\n');
