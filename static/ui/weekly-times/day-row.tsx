import AddIcon from '@atlaskit/icon/core/add';
import ShowMoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import type { Slot, Weekday } from '../../../src/domain/clock/schedule';
import type { TimesProblem } from '../../../src/domain/clock/schedule-problems';
import { useTexts } from '../../app/texts-context';
import { MenuButton } from '../menu-button';
import { DayTrack } from './day-track';
import { problemWords } from './problem-words';
import { allDay, copiedTo, slotsOn, withAnother, withSlot, withoutDay, withoutSlot } from './slot-changes';
import { SlotFields } from './slot-fields';
import { dayName } from './time-words';

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEK: readonly Weekday[] = [...WORKDAYS, 6, 7];

export interface DayRowProps {
  day: Weekday;
  slots: readonly Slot[];
  problems: readonly TimesProblem[];
  idPrefix: string;
  none: string;
  /** `focus`: the id of what has the focus afterwards. */
  onChange(slots: Slot[], focus?: string): void;
}

/** One weekday: its slots, and what there is to do with them. */
export function DayRow({ day, slots, problems, idPrefix, none, onChange }: DayRowProps) {
  const texts = useTexts();
  const { t } = texts;
  const name = dayName(day, texts);
  const own = slotsOn(slots, day);
  const add = t('times.addHours', { day: name });
  const more = t('times.more', { day: name });
  const addId = `${idPrefix}-add-${String(day)}`;
  const slotId = (index: number): string => `${idPrefix}-slot-${String(index)}`;
  const problemOf = (index: number): TimesProblem | undefined =>
    problems.find((each) => each.at === 'slots' && 'index' in each && each.index === index);
  const isOther = (index: number): boolean =>
    problems.some((each) => each.kind === 'overlap' && each.other === index);
  const copies = [
    { key: 'workdays', content: t('times.copyToWorkdays'), days: WORKDAYS },
    { key: 'week', content: t('times.copyToWeek'), days: WEEK },
  ].map(({ key, content, days }) => ({ key, content, onSelect: () => onChange(copiedTo(slots, day, days)) }));

  return (
    <div role="group" aria-label={name} className="times-day">
      <span className="times-day-name">{name}</span>
      <div className="times-slots">
        {own.length === 0 && <span className="fd-subtle times-none">{none}</span>}
        {own.map(({ index, slot }, place) => {
          const problem = problemOf(index);
          return (
            <SlotFields
              key={index}
              id={slotId(index)}
              slot={slot}
              number={place + 1}
              invalid={problem !== undefined || isOther(index)}
              problem={
                problem
                  ? {
                      words: problemWords(texts, problem, { slots: [...slots] }),
                      unfinished: problem.kind === 'no-time',
                    }
                  : null
              }
              onChange={(changed) => onChange(withSlot(slots, index, changed))}
              onRemove={() => onChange(withoutSlot(slots, index), addId)}
            />
          );
        })}
      </div>
      <DayTrack day={day} slots={slots} />
      <div className="times-day-actions">
        <button
          type="button"
          id={addId}
          className="fd-icon-button"
          aria-label={add}
          title={add}
          onClick={() => onChange(withAnother(slots, day), `${slotId(slots.length)}-from`)}
        >
          <AddIcon label="" />
        </button>
        <MenuButton
          label={more}
          items={[
            { key: 'all-day', content: t('times.allDay'), onSelect: () => onChange(allDay(slots, day)) },
            ...copies,
            ...(own.length > 0
              ? [
                  {
                    key: 'none',
                    content: t('times.removeAll'),
                    onSelect: () => onChange(withoutDay(slots, day)),
                  },
                ]
              : []),
          ]}
          renderTrigger={({ ref, ...menu }) => (
            <button
              ref={ref}
              type="button"
              className="fd-icon-button"
              aria-label={more}
              title={more}
              {...menu}
            >
              <ShowMoreIcon label="" />
            </button>
          )}
        />
      </div>
    </div>
  );
}
