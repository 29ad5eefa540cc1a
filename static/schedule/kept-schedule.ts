import type { MySchedule } from '../../src/contract/clock';
import type { Schedule } from '../../src/domain/clock/schedule';
import { draftKeeper, type DraftKeeper } from '../app/browser/draft-keeper';

/** What was typed and not saved, and the version that it was typed on top of. */
export interface KeptSchedule {
  base: Pick<MySchedule, 'schedule' | 'rev'>;
  draft: Schedule;
}

export type ScheduleKeeper = DraftKeeper<KeptSchedule>;

export const scheduleKeeper = (accountId: string): ScheduleKeeper =>
  draftKeeper<KeptSchedule>(
    { prefix: 'frontdesk.schedule.', accountId },
    ({ base, draft }) => typeof base.rev === 'number' && isSchedule(draft),
  );

const isSchedule = ({ zone, slots, daysOff, leftOut, rollCall }: Partial<Schedule>): boolean =>
  [zone, rollCall].every((each) => typeof each === 'string') &&
  [slots, daysOff, leftOut].every((each) => Array.isArray(each));
