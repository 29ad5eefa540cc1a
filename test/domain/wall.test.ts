import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/domain/desk';
import { WALL_AHEAD_MS, WALL_MOMENTS } from '../../src/domain/team-limits';
import { wallOf, type WallMoment, type WallTold } from '../../src/domain/wall';
import { aClosure, MONDAY, mon, scheduled, slotsOn, someHours, WORKDAYS } from '../support/clock-builders';
import { aDesk, online } from '../support/desk-builders';

const DAY = 24 * 60 * 60_000;

const time = (at: number): string => {
  const days = Math.floor((at - MONDAY) / DAY);
  const clock = new Date(at).toISOString().slice(11, 19).replace(/:00$/, '');
  return days === 0 ? clock : `+${String(days)} ${clock}`;
};

const inTold = ({ state, closedUntil, back }: WallTold): string =>
  [
    closedUntil === null ? state : `${state} to ${time(closedUntil)}`,
    ...(back ? [`→ ${time(back.at)}${back.expected ? '?' : ''}`] : []),
  ].join(' ');

/** "offline → 09:00 · nobody · ann 09:00": what customers are told, who is online until when, and what comes next. */
function inWords({ told, online: there, expected, next }: WallMoment): string {
  const names = there.map(({ accountId, until }) => `${accountId} ${until === null ? 'open' : time(until)}`);
  const asked = expected.map((accountId) => `${accountId}?`);
  const coming =
    next === null
      ? 'nothing'
      : next.kind === 'no-one'
        ? `no one ${time(next.at)}, ${inTold(next.after)}`
        : `${next.accountIds.join('+')}${next.kind === 'expected' ? '?' : ''} ${time(next.at)}`;
  return [inTold(told), [...names, ...asked].join(', ') || 'nobody', coming].join(' · ');
}

const at = (desk: Desk, now: number): string => inWords(wallOf(desk, now).moments[0] as WallMoment);

const byHand = (until: number | null) => online({ since: MONDAY, until });
const from = (...times: string[]) => ({ slots: slotsOn(WORKDAYS, ...times) });
const confirm = { rollCall: 'confirm' } as const;

describe('D12: what a wall shows of a desk', () => {
  it.each<[string, Desk, [string, string][]]>([
    ['nobody, and nothing known', aDesk(), [['09:00', 'offline · nobody · nothing']]],
    [
      'who is online until when, soonest first, and from when on no one is',
      aDesk({ roster: { ann: byHand(mon('17:00')), bo: byHand(mon('12:00')) } }),
      [
        ['09:00', 'online · bo 12:00, ann 17:00 · no one 17:00, offline'],
        ['17:00', 'offline · nobody · nothing'],
      ],
    ],
    [
      'who comes next, before the moment from which on no one is there',
      aDesk({ roster: { ann: byHand(mon('12:00')), cy: scheduled({ ...from('11:00-17:00'), ...confirm }) } }),
      [
        ['09:00', 'online · ann 12:00 · cy? 11:00'],
        ['11:05', 'online · ann 12:00, cy? · no one 12:00, offline → +1 11:00?'],
      ],
    ],
    [
      'nobody who only carries on, and until when they do (S13)',
      aDesk({
        roster: {
          ann: online({ since: MONDAY, until: mon('10:00') }),
          bo: scheduled(from('08:00-17:00'), {
            kind: 'online',
            session: 's',
            since: MONDAY,
            until: mon('10:00'),
          }),
        },
      }),
      [['09:00', 'online · ann 10:00, bo 17:00 · no one 17:00, offline → +1 08:00']],
    ],
    [
      'all who come at the same moment, those who are certain rather than those who are expected',
      aDesk({
        roster: { ann: scheduled(), bo: scheduled(), cy: scheduled(confirm) },
      }),
      [['08:00', 'offline → 09:00 · nobody · ann+bo 09:00']],
    ],
    [
      'that no one is there rather than who is expected at that moment',
      aDesk({ roster: { ann: byHand(mon('12:00')), cy: scheduled({ ...from('12:00-17:00'), ...confirm }) } }),
      [['09:00', 'online · ann 12:00 · no one 12:00, offline → 12:00?']],
    ],
    [
      'a closure, whoever is there',
      aDesk({ roster: { ann: byHand(mon('17:00')) }, closures: [aClosure(mon('12:00'), mon('13:00'))] }),
      [
        ['11:00', 'online · ann 17:00 · no one 12:00, closed to 13:00 → 13:00'],
        ['12:30', 'closed to 13:00 → 13:00 · ann 17:00 · nothing'],
      ],
    ],
    [
      'business hours, whoever is there',
      aDesk({ roster: { ann: byHand(mon('20:00')) }, settings: { hours: someHours() } }),
      [
        ['09:00', 'online · ann 20:00 · no one 18:00, outside-hours'],
        ['19:00', 'outside-hours · ann 20:00 · nothing'],
      ],
    ],
    [
      'that customers see no icon while no one is online',
      aDesk({ roster: { ann: byHand(mon('12:00')) }, settings: { hideWhenOffline: true } }),
      [
        ['09:00', 'online · ann 12:00 · no one 12:00, hidden'],
        ['12:00', 'hidden · nobody · nothing'],
      ],
    ],
  ])('%s', (_, desk, expected) => {
    expect(expected.map(([moment]) => [moment, at(desk, mon(moment))])).toEqual(expected);
  });

  it('is told change by change for two and a half minutes, to the second (S8)', () => {
    const roster = { ann: byHand(mon('09:01:30')), bo: byHand(mon('09:10')) };
    const { moments, knownUntil } = wallOf(aDesk({ roster }), mon('09:00'));
    expect(
      moments.map((moment) => [time(moment.at), moment.online.map(({ accountId }) => accountId)]),
    ).toEqual([
      ['09:00', ['ann', 'bo']],
      ['09:01:30', ['bo']],
    ]);
    expect(knownUntil).toBe(mon('09:00') + WALL_AHEAD_MS);
  });

  it('is told less far where too much changes, and never wrongly', () => {
    const roster = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `a${String(index)}`,
        byHand(mon('09:00') + (index + 1) * 1_000),
      ]),
    );
    const { moments, knownUntil } = wallOf(aDesk({ roster }), mon('09:00'));
    expect(moments).toHaveLength(WALL_MOMENTS + 1);
    expect(knownUntil).toBe(mon('09:00') + (WALL_MOMENTS + 1) * 1_000);
  });

  it('says at each moment what an answer at that moment would', () => {
    const desk = aDesk({
      roster: {
        ann: byHand(mon('08:58:20')),
        bo: scheduled(),
        cy: scheduled({ ...from('08:59-12:00'), ...confirm }),
      },
      closures: [aClosure(mon('08:59:40'), mon('09:00:30'))],
    });
    const { moments } = wallOf(desk, mon('08:58'));
    expect(moments.length).toBeGreaterThan(4);
    expect(moments.map(inWords)).toEqual(moments.map((moment) => at(desk, moment.at)));
  });
});
