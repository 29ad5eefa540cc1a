import { describe, expect, it } from 'vitest';
import type { AvailabilityBody } from '../../../../src/contract/availability';
import { atItsSecond } from '../../../../static/widget/clock/at-its-second';
import type { Availability } from '../../../../static/widget/frontdesk-api';

const at = (time: string): string => `2026-11-23T${time}:00Z`;
const [NINE, TEN, ELEVEN] = [at('09:00'), at('10:00'), at('11:00')];

/** What the page makes of an answer of "offline", before its `until` and from then on. */
function shown(
  body: Partial<AvailabilityBody>,
  now: string,
  told: Partial<Availability> = {},
  anonymous?: 'when-online' | 'never',
) {
  const { state = 'offline', until = null, nextOnlineAt = null } = body;
  const answer = { anonymous: false, until, nextOnlineAt, state, now: NINE, next: 60, ...body };
  const base: Availability = { state: 'offline', anonymous: false, until, nextOnlineAt, ...told };
  const {
    state: look,
    nextOnlineAt: next,
    expected,
    closed,
  } = atItsSecond(base, answer, Date.parse(now), anonymous);
  return [look, next, expected ?? false, closed?.until ?? null];
}

const closedUntil = (until: string) => ({ closed: { until, message: 'Stocktaking' } });

describe('H5: what was said changes at its own second, with no other answer', () => {
  it.each([
    ['until then, as it was said', { until: TEN, nextOnlineAt: TEN }, '09:59', ['offline', TEN, false, null]],
    [
      'somebody comes by themselves',
      { until: TEN, nextOnlineAt: TEN },
      '10:00',
      ['online', null, false, null],
    ],
    [
      'a closure ends, and somebody is there',
      { until: TEN, nextOnlineAt: TEN, ...closedUntil(TEN) },
      '10:00',
      ['online', null, false, null],
    ],
    [
      'a closure runs',
      { until: TEN, nextOnlineAt: ELEVEN, ...closedUntil(TEN) },
      '09:59',
      ['offline', ELEVEN, false, TEN],
    ],
    [
      'a closure ends before somebody comes',
      { until: TEN, nextOnlineAt: ELEVEN, ...closedUntil(TEN) },
      '10:00',
      ['offline', ELEVEN, false, null],
    ],
    [
      'a closure ends, and nobody is known',
      { until: TEN, ...closedUntil(TEN) },
      '10:00',
      ['offline', null, false, null],
    ],
    [
      'a closure ends in a running roll call',
      { until: TEN, nextOnlineAt: TEN, expected: true, ...closedUntil(TEN) },
      '10:00',
      ['offline', TEN, true, null],
    ],
    [
      'a roll call begins: the promise stands',
      { until: at('10:10'), nextOnlineAt: TEN, expected: true },
      '10:05',
      ['offline', TEN, true, null],
    ],
    [
      'nobody has said they are there: the promise goes',
      { until: at('10:10'), nextOnlineAt: TEN, expected: true },
      '10:10',
      ['offline', null, false, null],
    ],
    [
      'nor before the desk opens',
      { until: at('10:10'), nextOnlineAt: ELEVEN, expected: true },
      '10:10',
      ['offline', null, false, null],
    ],
  ] as const)('%s', (_what, body, time, expected) => {
    expect(shown(body, at(time))).toEqual(expected);
  });

  it('C8: never online where the answer is too old, or says something else', () => {
    const body = { until: TEN, nextOnlineAt: TEN };
    expect(shown(body, TEN, { state: 'unknown', nextOnlineAt: null })[0]).toBe('unknown');
    expect(shown({ ...body, state: 'hidden' }, TEN, { state: 'hidden', nextOnlineAt: null })[0]).toBe(
      'hidden',
    );
    // That an online time ended was not foretold to be followed by another one.
    expect(shown({ until: TEN, state: 'online' }, TEN)[0]).toBe('offline');
  });

  it.each([
    ['when-online', true],
    ['never', false],
    [undefined, false],
  ] as const)('C3: lets visitors start without a name where the space does: %s', (policy, may) => {
    const base: Availability = { state: 'offline', anonymous: false, until: TEN, nextOnlineAt: TEN };
    const body = { ...base, state: 'offline' as const, now: NINE, next: 60 };
    expect(atItsSecond(base, body, Date.parse(TEN), policy)).toEqual({
      state: 'online',
      anonymous: may,
      until: null,
      nextOnlineAt: null,
    });
  });
});
