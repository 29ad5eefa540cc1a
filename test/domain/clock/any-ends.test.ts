import { describe, expect, it } from 'vitest';
import { stormScale } from '../../support/storm-scale';
import { countWrong, MOMENTS } from './any-ends';

describe('R3: at or after the end', () => {
  it('nobody is shown online: by hand, by schedule, after answers and breaks, within hours, before closures (R3)', () => {
    const { samples, wrong } = countWrong(400 * stormScale(), 0);
    expect(wrong).toBe(0);
    expect(samples).toBe(400 * MOMENTS * stormScale());
  }, 600_000);

  it('somebody is by a clock that is a second behind, which the comparison finds', () => {
    expect(countWrong(100, 1_000).wrong).toBeGreaterThan(0);
  });
});
