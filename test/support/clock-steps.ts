import type { Schedule } from '../../src/domain/clock/schedule';
import { anOperation, SUP, type SiteDriver } from './a-site';
import { ALL_DAYS, aSchedule, slotsOn } from './clock-builders';

/** What agents do by the clock on a site that began on a Sunday at noon. */

/** Of every day: on a site that has just begun the next is an hour later. */
export const AFTERNOONS = slotsOn(ALL_DAYS, '13:00-17:00');

/** Saves on top of whatever is there. */
export async function saveSchedule(app: SiteDriver, who: string, overrides: Partial<Schedule> = {}) {
  const { rev } = await app.value(who, 'getMySchedule');
  return app.value(who, 'saveMySchedule', { schedule: aSchedule({ slots: AFTERNOONS, ...overrides }), rev });
}

export const answerCall = (app: SiteDriver, who: string, said: 'here' | 'later' | 'notToday') =>
  app.call(who, 'confirmPresence', { answer: said, projectId: SUP, operationId: anOperation() });

/** To a time of that Sunday. */
export const moveTo = (app: SiteDriver, time: string): Promise<void> =>
  app.clock.advance(Date.parse(`2026-11-22T${time}:00Z`) - app.clock.now());

/** As answers spell instants of whole seconds. */
export const seconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
