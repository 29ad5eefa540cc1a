import { slotMinutes, type Slot, type Weekday } from '../../../src/domain/clock/schedule';

const DAY_MINUTES = 24 * 60;

export interface DayTrackProps {
  day: Weekday;
  slots: readonly Slot[];
}

/** The day as a picture of what its fields say: its own slots, and dashed what reaches in from the evening before. */
export function DayTrack({ day, slots }: DayTrackProps) {
  const before = day === 1 ? 7 : day - 1;
  const parts = slots.flatMap((slot) => {
    const { from, to } = slotMinutes(slot);
    if (!(to > from)) return [];
    if (slot.day === day) return [{ from, to: Math.min(to, DAY_MINUTES), spilled: false }];
    return slot.day === before && to > DAY_MINUTES ? [{ from: 0, to: to - DAY_MINUTES, spilled: true }] : [];
  });
  return (
    <div className="times-track" aria-hidden="true">
      {parts.map(({ from, to, spilled }, index) => (
        <span
          key={index}
          className={spilled ? 'times-part times-part-spilled' : 'times-part'}
          style={{ insetInlineStart: share(from), width: share(to - from) }}
        />
      ))}
    </div>
  );
}

const share = (minutes: number): string => `${String((minutes / DAY_MINUTES) * 100)}%`;
