import { dateFormat } from '../app/date-format';
import { useTexts } from '../app/texts-context';
import { Notice } from '../ui/notice';
import type { ClockChange } from './clock-changes';

export interface ClockChangeNoteProps {
  change: ClockChange;
  zone: string;
}

/** The rule for slots in the hour that is skipped or comes twice, in words, before that night. */
export function ClockChangeNote({ change, zone }: ClockChangeNoteProps) {
  const { t, locale } = useTexts();
  const { at, before, after, touched } = change;
  const date = dateFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  });
  const wall = dateFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const there = dateFormat(locale, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  });
  const values = { before: wall.format(before), after: wall.format(after) };
  return (
    <Notice tone="info" title={t('schedule.clocksChange', { date: date.format(at) })}>
      <p className="fd-small">
        {t(after > before ? 'schedule.clocksForward' : 'schedule.clocksBack', values)}
      </p>
      <p className="fd-small">
        {touched.length === 0
          ? t('schedule.clocksTouchNone')
          : t('schedule.clocksTouch', {
              hours: touched.map(({ from, to }) => there.formatRange(from, to)).join('; '),
            })}
      </p>
    </Notice>
  );
}
