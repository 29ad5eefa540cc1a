import { refuse, type Refusal } from '../errors';
import type { Hours, Schedule } from './schedule';
import { problemSentence, timesProblems } from './schedule-problems';

/** The first problem of times that are to be saved or looked at, as a refusal; null: there is none. */
export function refusedSchedule(schedule: Schedule): { ok: false; error: Refusal } | null {
  const [problem] = timesProblems(schedule);
  return problem ? refuse('invalid-request', problemSentence(problem)) : null;
}

export function refusedHours({ zone, slots, holidays }: Hours): { ok: false; error: Refusal } | null {
  const [problem] = timesProblems({ zone, slots, daysOff: holidays });
  return problem ? refuse('invalid-request', problemSentence(problem)) : null;
}
