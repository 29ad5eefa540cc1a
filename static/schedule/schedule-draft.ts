import type { MySchedule } from '../../src/contract/clock';
import type { Schedule, Slot } from '../../src/domain/clock/schedule';
import { timesProblems } from '../../src/domain/clock/schedule-problems';
import { plainLine } from '../../src/domain/plain-line';
import { createDraft, type DraftForm } from '../settings/form/create-draft';
import type { KeptSchedule } from './kept-schedule';

export type ScheduleForm = DraftForm<Schedule, Schedule, MySchedule>;

/** Parts of a schedule, in the order in which they are shown. */
export type SchedulePart = keyof Schedule;
const PARTS: readonly SchedulePart[] = ['zone', 'slots', 'daysOff', 'rollCall', 'leftOut'];

/** A name is kept as one line of what can be seen; what is longer than allowed stays, to be told. */
const NAME_MOST = 1_000;

/** What to offer who has no schedule yet. */
export const USUAL_WEEK: readonly Slot[] = ([1, 2, 3, 4, 5] as const).map((day) => ({
  day,
  from: '09:00',
  to: '17:00',
}));

/** The schedule while it is being edited, by somebody whose clock is that of `zone`. */
export const createScheduleForm = (zone: string): ScheduleForm =>
  createDraft<Schedule, Schedule, MySchedule>({
    valuesOf: ({ schedule, projects }) =>
      schedule ?? {
        zone,
        slots: [],
        daysOff: [],
        rollCall: projects[0]?.rollCall ?? 'confirm',
        leftOut: [],
      },
    toDraft: (values) => values,
    toValues: ({ zone: typed, slots, daysOff, ...rest }) => ({
      ...rest,
      zone: typed.trim(),
      slots,
      daysOff: daysOff.map(({ from, to, name = '' }) => {
        const line = plainLine(name, NAME_MOST);
        return line === '' ? { from, to } : { from, to, name: line };
      }),
    }),
    differing: (a, b) => PARTS.filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part])),
    problems: (draft) => [...new Set(timesProblems(draft).map(({ at }) => at))],
    isOlder: (stored, than) => stored.rev < than.rev,
  });

/** The form with what was typed earlier, on top of what is stored by now: what both changed is to be chosen between. */
export function withKept(form: ScheduleForm, first: MySchedule, { base, draft }: KeptSchedule) {
  const seen = base.rev > first.rev ? first : { ...first, ...base };
  const typed = form.reduce(form.initial(seen), { type: 'edit', change: draft });
  return form.reduce(typed, { type: 'received', next: () => first });
}

/** Nothing but the proposal that was made for them: whoever leaves loses nothing. */
export const isProposal = ({ schedule }: MySchedule, { slots, daysOff, leftOut }: Schedule): boolean =>
  schedule === null &&
  daysOff.length === 0 &&
  leftOut.length === 0 &&
  JSON.stringify(slots) === JSON.stringify(USUAL_WEEK);
