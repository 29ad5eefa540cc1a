import { describe, expect, it } from 'vitest';
import { pulseOf } from '../../src/domain/pulse';
import { READ_UNITS_PER_MINUTE } from '../../src/domain/limits';
import { isHereDue, knownPulse, mayRead, pollPauseS, pollUseAt } from '../../src/domain/poll-use';
import { aConversation } from '../support/a-conversation';
import { MINUTE, NOON } from '../support/desk-builders';

const pulse = { ...pulseOf(aConversation().conversation), n: 200 };
const fresh = pollUseAt(undefined, NOON);

describe('T6: what the polls of one page may cost within a minute', () => {
  it.each([
    ['nothing was read yet', {}, 0, null],
    ['the units are used up', { units: READ_UNITS_PER_MINUTE }, 0, 60],
    ['an event might be larger than what is left', { units: READ_UNITS_PER_MINUTE - 4 }, 0, 60],
    ['the history was answered four times', { pulse, events: 800 }, 0, 60],
    ['it was, and the page asks for news only', { pulse, events: 800 }, 200, null],
    ['little history was answered often', { pulse: { ...pulse, n: 4 }, events: 400 }, 0, null],
  ] as const)('%s', (_what, used, after, pause) => {
    expect(pollPauseS({ ...fresh, ...used }, after, NOON)).toBe(pause);
  });

  it('is counted anew a minute later, by all in one place until then', () => {
    const used = { ...fresh, units: READ_UNITS_PER_MINUTE };
    expect(pollUseAt(used, NOON + MINUTE - 1)).toBe(used);
    expect(pollPauseS(used, 0, NOON + MINUTE - 1)).toBe(1);
    expect(pollUseAt(used, NOON + MINUTE)).toMatchObject({ units: 0, events: 0 });
  });

  it('no more events are read than the units hold, however large they are', () => {
    for (let units = 0; units < READ_UNITS_PER_MINUTE; units++)
      expect(units + 1 + Math.ceil((mayRead({ units }) * 37 * 1024) / 10_240)).toBeLessThanOrEqual(
        READ_UNITS_PER_MINUTE,
      );
  });

  it('a page that reads on need not ask how far, for five seconds', () => {
    const use = { ...fresh, pulse, knownAt: NOON, goesOnAt: 25 };
    expect(knownPulse(use, 25, NOON + 4_999)).toBe(pulse);
    expect(knownPulse(use, 25, NOON + 5_000)).toBeUndefined();
    expect(knownPulse(use, 200, NOON)).toBeUndefined();
  });

  it('that somebody is here is stored once a minute', () => {
    expect(isHereDue(fresh, NOON)).toBe(true);
    expect(isHereDue({ ...fresh, hereAt: NOON }, NOON + MINUTE - 1)).toBe(false);
  });
});
