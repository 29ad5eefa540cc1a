import type { Budget } from './budget';
import {
  ANSWERED_JOBS_PER_MINUTE,
  FOLLOWED_PER_MINUTE,
  LOOKS_PER_MINUTE,
  LOOK_EVERY_MS,
  STRANGERS_JOBS_PER_MINUTE,
  WAITING_JOB_EVERY_MS,
} from './limits';

/** Who may queue how many jobs, of the events that Forge takes from an installation within a minute. */

const aMinute = (id: string, most: number): Budget => ({ id: `jobs:${id}`, windowMs: 60_000, most });

export const ANSWERED_JOBS = aMinute('answered', ANSWERED_JOBS_PER_MINUTE);
export const STRANGERS_JOBS = aMinute('strangers', STRANGERS_JOBS_PER_MINUTE);
export const LOOKS = aMinute('looks', LOOKS_PER_MINUTE);
export const SWEEP_LOOKS = aMinute('sweep', FOLLOWED_PER_MINUTE);

/** The job that delivers whatever waits in a project. */
export const waitingJob = (projectId: string): Budget => ({
  id: `waiting:${projectId}`,
  windowMs: WAITING_JOB_EVERY_MS,
  most: 1,
});

/** The look at a quiet request that a page's polls ask for. */
export const lookAt = (conversationId: string): Budget => ({
  id: `look:${conversationId}`,
  windowMs: LOOK_EVERY_MS,
  most: 1,
});
