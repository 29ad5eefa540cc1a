import UploadIcon from '@atlaskit/icon/core/upload';
import { useEffect, useId, useRef, useState } from 'react';
import { DAYS_OFF } from '../../../src/domain/clock/clock-limits';
import type { DayOff } from '../../../src/domain/clock/schedule';
import { errorText } from '../../app/error-text';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { Notice } from '../notice';
import type { LeftOutEvent } from './calendar/read-calendar';
import { mergedDays } from './merged-days';
import type { DaysKind } from './problem-words';

export interface CalendarImportProps {
  daysOff: readonly DayOff[];
  kind: DaysKind;
  /** `YYYY-MM-DD`, in the zone of the dates. */
  today: string;
  onChange(daysOff: DayOff[]): void;
}

interface Outcome {
  said: string;
  failed: boolean;
  leftOut: readonly LeftOutEvent[];
}

/** As many as can be read at a glance. */
const LISTED = 5;

/** Days off from a calendar's file. Nothing of it is stored before the form is saved; what cannot be taken is told by its name. */
export function CalendarImport({ daysOff, kind, today, onChange }: CalendarImportProps) {
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const newest = useRef(daysOff);
  useEffect(() => {
    newest.current = daysOff;
  });

  async function take(file: File): Promise<void> {
    const refuse = (said: string): void => setOutcome({ said, failed: true, leftOut: [] });
    const { CALENDAR_BYTES, readCalendar } = await import('./calendar/read-calendar');
    const number = new Intl.NumberFormat(texts.locale);
    const values = { file: file.name };
    const size = number.format(CALENDAR_BYTES / 1_024);
    const bytes = file.size > CALENDAR_BYTES ? null : new Uint8Array(await file.arrayBuffer());
    const answer = bytes && readCalendar(bytes, today);
    if (!answer) return refuse(t('times.calendarTooLarge', { ...values, size }));
    if (!answer.ok) return refuse(t('times.notCalendar', values));
    const merged = mergedDays(newest.current, answer.days);
    const added = merged.length - newest.current.length;
    if (merged.length > DAYS_OFF)
      return refuse(
        t('times.calendarTooMany', {
          ...values,
          count: number.format(merged.length),
          most: number.format(DAYS_OFF),
        }),
      );
    if (added > 0) onChange(merged);
    setOutcome({
      said:
        added === 0
          ? t('times.calendarNothing', values)
          : texts.counted('times.calendarAdded', added, values),
      failed: false,
      leftOut: answer.leftOut,
    });
  }

  return (
    <div className="times-import">
      <input
        ref={input}
        id={id}
        type="file"
        aria-label={t('times.importCalendar')}
        accept=".ics,text/calendar"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (!file) return;
          take(file).catch(() =>
            setOutcome({ said: errorText(texts, 'unavailable'), failed: true, leftOut: [] }),
          );
          // The same file again is a choice, too.
          event.currentTarget.value = '';
        }}
      />
      <p className="fd-help">{t(kind === 'daysOff' ? 'times.importHelp' : 'times.importHolidaysHelp')}</p>
      <button type="button" className="times-button" onClick={() => input.current?.click()}>
        <UploadIcon label="" size="small" />
        {t('times.importCalendar')}
      </button>
      {outcome && (
        <Notice tone={outcome.failed ? 'error' : 'info'} urgent>
          <p>{outcome.said}</p>
          {outcome.leftOut.length > 0 && (
            <>
              <p>{t('times.leftOut')}</p>
              <ul className="times-left-out">
                {outcome.leftOut.slice(0, LISTED).map((event, index) => (
                  <li key={index}>{leftOutWords(texts, event)}</li>
                ))}
                {outcome.leftOut.length > LISTED && (
                  <li>{texts.counted('times.moreLeftOut', outcome.leftOut.length - LISTED)}</li>
                )}
              </ul>
            </>
          )}
        </Notice>
      )}
    </div>
  );
}

const LEFT_OUT_TEXTS = {
  weekly: 'times.leftOutWeekly',
  monthly: 'times.leftOutMonthly',
  daily: 'times.leftOutDaily',
  repeats: 'times.leftOutRepeats',
  timed: 'times.leftOutTimed',
  past: 'times.leftOutPast',
  cancelled: 'times.leftOutCancelled',
  unreadable: 'times.leftOutUnreadable',
} as const;

const leftOutWords = ({ t }: Texts, { name, why }: LeftOutEvent): string =>
  t(LEFT_OUT_TEXTS[why], { name: name === '' ? t('times.untitled') : name });
