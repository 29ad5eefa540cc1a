import { describe, expect, test } from 'vitest';
import { createElapsed } from '../../../static/app/elapsed';

describe('what has passed on a page', () => {
  function aComputer() {
    const computer = { monotonic: 1_000, wall: 500_000 };
    const elapsed = createElapsed(
      () => computer.monotonic,
      () => computer.wall,
    );
    return { computer, elapsed };
  }
  function pass(computer: { monotonic: number; wall: number }, ms: number): void {
    computer.monotonic += ms;
    computer.wall += ms;
  }

  test('counts while the computer is awake and while it sleeps (R4)', () => {
    const { computer, elapsed } = aComputer();
    pass(computer, 5_000);
    expect(elapsed()).toBe(6_000);
    computer.wall += 3_600_000;
    expect(elapsed()).toBe(3_606_000);
    pass(computer, 1_000);
    expect(elapsed()).toBe(3_607_000);
  });

  test('does not follow a wall clock that drifts, or is put back', () => {
    const { computer, elapsed } = aComputer();
    for (let minute = 0; minute < 60; minute++) {
      pass(computer, 60_000);
      computer.wall += 50;
      elapsed();
    }
    expect(elapsed()).toBe(3_601_000);
    computer.wall -= 24 * 3_600_000;
    expect(elapsed()).toBe(3_601_000);
    pass(computer, 1_000);
    expect(elapsed()).toBe(3_602_000);
  });
});
