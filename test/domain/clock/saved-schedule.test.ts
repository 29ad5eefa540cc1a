import { describe, expect, it } from 'vitest';
import { compileSchedule } from '../../../src/domain/clock/compiled-schedule';
import { keepSchedule } from '../../../src/domain/clock/schedule-transitions';
import type { Schedule } from '../../../src/domain/clock/schedule';
import { stretchesOf } from '../../../src/domain/clock/stretches';
import type { Desk } from '../../../src/domain/desk';
import { ALL_DAYS, aSchedule, inWords, mon, slotsOn } from '../../support/clock-builders';
import { aDesk } from '../../support/desk-builders';

const roundTheClock = { slots: slotsOn(ALL_DAYS, '00:00-24:00') };

/** The desk after it learns at `now` of what its agent saved. */
function learn(desk: Desk, schedule: Partial<Schedule>, savedAt: number, now: number): Desk {
  const kept = keepSchedule(desk, 'ann', compileSchedule(aSchedule(schedule), { rev: 1, savedAt, now }), now);
  if (kept.kind === 'refused') throw new Error('The schedule was refused.');
  return kept.desk;
}

const comingUp = (desk: Desk): string[] =>
  Object.values(desk.roster).flatMap((entry) => inWords(stretchesOf(entry), 2));

describe('A schedule that was saved (H1)', () => {
  it('brings somebody who was never here online when it’s round the clock, which has no other start', () => {
    expect(comingUp(learn(aDesk(), roundTheClock, mon('10:00'), mon('10:00')))).toEqual([
      'by-schedule 10:00-ever',
    ]);
    expect(comingUp(learn(aDesk(), roundTheClock, mon('10:00'), mon('10:05')))).toEqual([
      'by-schedule 10:00-ever',
    ]);
  });

  it('starts nobody in the middle of a slot where the desk learns of it later', () => {
    expect(comingUp(learn(aDesk(), {}, mon('10:00', -30), mon('11:00')))).toEqual([
      'by-schedule +1 09:00-+1 17:00',
      'by-schedule +2 09:00-+2 17:00',
    ]);
  });
});
