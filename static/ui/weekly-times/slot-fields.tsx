import CrossIcon from '@atlaskit/icon/core/cross';
import { useState } from 'react';
import type { Slot } from '../../../src/domain/clock/schedule';
import { useTexts } from '../../app/texts-context';
import { endsNextDay, isAllDay } from './slot-changes';
import { dayName, nextDay, spanWords } from './time-words';
import { TimeField } from './time-field';

export interface SlotFieldsProps {
  /** Of its fields: `…-from`, `…-to`. */
  id: string;
  slot: Slot;
  /** Which of the day's it is, from 1. */
  number: number;
  invalid: boolean;
  /** What is said of it; `unfinished`: not while it is being typed. */
  problem: { words: string; unfinished: boolean } | null;
  onChange(slot: Slot): void;
  onRemove(): void;
}

/** From when to when; that it ends on the next day is said in words. */
export function SlotFields({ id, slot, number, invalid, problem, onChange, onRemove }: SlotFieldsProps) {
  const texts = useTexts();
  const { t } = texts;
  const day = dayName(slot.day, texts);
  const [typing, setTyping] = useState(false);
  const words = problem && !(typing && problem.unfinished) ? problem.words : null;
  const note = noteOf(slot);
  const described = [note && `${id}-note`, words !== null && `${id}-problem`].filter(Boolean).join(' ');
  const field = { invalid, describedBy: described === '' ? undefined : described };
  const remove = t('times.removeHours', { day, hours: spanWords(slot, texts) });

  function noteOf({ to }: Slot): string {
    if (isAllDay(slot)) return t('times.isAllDay');
    if (endsNextDay(slot)) return t('times.endsOn', { day: dayName(nextDay(slot.day), texts) });
    return to === '24:00' || to === '00:00' ? t('times.endsAtMidnight') : '';
  }

  return (
    <div className="times-slot">
      <div
        className={words === null ? 'times-slot-fields' : 'times-slot-fields times-slot-wrong'}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
      >
        <TimeField
          {...field}
          id={`${id}-from`}
          label={t('times.from', { day, number })}
          time={slot.from}
          onChange={(from) => onChange({ ...slot, from })}
        />
        <span aria-hidden="true">–</span>
        <TimeField
          {...field}
          id={`${id}-to`}
          label={t('times.to', { day, number })}
          time={slot.to}
          onChange={(to) => onChange({ ...slot, to })}
        />
        <button
          type="button"
          className="fd-icon-button times-small"
          aria-label={remove}
          title={remove}
          onClick={onRemove}
        >
          <CrossIcon label="" size="small" />
        </button>
      </div>
      {note !== '' && (
        <p id={`${id}-note`} className="fd-help">
          {note}
        </p>
      )}
      {words !== null && (
        <p id={`${id}-problem`} className="fd-small fd-problem">
          {words}
        </p>
      )}
    </div>
  );
}
