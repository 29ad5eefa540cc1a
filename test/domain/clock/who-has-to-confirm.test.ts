import { describe, expect, it } from 'vitest';
import { compileSchedule } from '../../../src/domain/clock/compiled-schedule';
import { coverage } from '../../../src/domain/clock/coverage';
import type { RollCall } from '../../../src/domain/clock/schedule';
import { keepSchedule } from '../../../src/domain/clock/schedule-transitions';
import { whyAt } from '../../../src/domain/clock/why';
import type { Desk } from '../../../src/domain/desk';
import { aDesk, HOUR, MINUTE, NOON } from '../../support/desk-builders';

/** Sunday, 12:00 UTC: each works from 14:00 to their hour. */
function withSchedules(desk: Desk, ...agents: [name: string, to: string, rollCall: RollCall][]): Desk {
  return agents.reduce((known, [name, to, rollCall]) => {
    const slots = [{ day: 7 as const, from: '14:00', to }];
    const schedule = { zone: 'UTC', slots, daysOff: [], rollCall, leftOut: [] };
    const compiled = compileSchedule(schedule, { rev: 1, savedAt: NOON, now: NOON });
    const kept = keepSchedule(known, name, compiled, NOON);
    if (kept.kind === 'refused') throw new Error('The schedule was refused.');
    return kept.desk;
  }, desk);
}

describe('Coverage', () => {
  it('tells of each span who has yet to confirm, and where one of two has, customers see somebody (H6)', () => {
    const desk = withSchedules(aDesk(), ['ann', '16:00', 'confirm'], ['bo', '15:00', 'automatic']);
    const { spans, singles } = coverage(desk, NOON, NOON + 6 * HOUR);
    expect(spans.map(({ shown, agents, toConfirm }) => [shown, agents, toConfirm])).toEqual([
      ['offline', [], []],
      ['online', ['ann', 'bo'], ['ann']],
      ['expected', ['ann'], ['ann']],
      ['offline', [], []],
    ]);
    expect(singles).toEqual([{ from: NOON + 3 * HOUR, to: NOON + 4 * HOUR, agent: 'ann' }]);
  });
});

describe('Why', () => {
  const kinds = (desk: Desk, at: number): string[] =>
    whyAt(desk, at, at, null).agents.flatMap(({ rules }) => rules.map(({ kind }) => kind));

  it('doesn’t say of somebody who only saved a schedule that they went offline (H7)', () => {
    expect(kinds(withSchedules(aDesk(), ['ann', '16:00', 'confirm']), NOON + MINUTE)).toEqual([
      'no-slot',
      'next-asked',
    ]);
  });

  it('says of somebody who went offline that they did, also just after they saved a schedule (H7)', () => {
    const { roster, ...desk } = withSchedules(aDesk(), ['ann', '16:00', 'confirm']);
    const ann = { ...roster['ann'], status: { kind: 'offline' as const, since: NOON + MINUTE } };
    const left = (operations: { id: string; at: number }[]): Desk => ({
      ...desk,
      roster: { ann: { ...ann, operations } },
    });
    const said = ['offline-by-hand', 'no-slot', 'next-asked'];
    expect(kinds(left([{ id: 'o1', at: NOON + MINUTE }]), NOON + HOUR)).toEqual(said);
    expect(kinds(left([]), NOON + HOUR)).toEqual(['no-slot', 'next-asked']);
  });

  it('says that a schedule saved after a slot began starts with the next one (H7)', () => {
    const slots = [{ day: 7 as const, from: '11:00', to: '16:00' }];
    const schedule = { zone: 'UTC', slots, daysOff: [], rollCall: 'automatic' as const, leftOut: [] };
    const kept = keepSchedule(
      aDesk(),
      'ann',
      compileSchedule(schedule, { rev: 1, savedAt: NOON, now: NOON }),
      NOON,
    );
    if (kept.kind === 'refused') throw new Error('The schedule was refused.');
    expect(kinds(kept.desk, NOON + MINUTE)).toEqual(['saved-later', 'next-online']);
  });
});
