import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { firstAnswer } from '../../../../static/pages/background/first-answer';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aPage() {
  let asked = 0;
  let hidden = false;
  const wakers = new Set<() => void>();
  const answer = firstAnswer(() => (asked += 1), {
    isHidden: () => hidden,
    onWake(callback) {
      wakers.add(callback);
      return () => wakers.delete(callback);
    },
  });
  return {
    answer,
    asked: () => asked,
    hide: () => (hidden = true),
    wake: () => wakers.forEach((waker) => waker()),
  };
}

describe('a Jira page whose first question has no answer', () => {
  test('asks again after 1, 2, 4, 8 and then every 10 minutes', () => {
    const { answer, asked } = aPage();
    for (const minutes of [1, 2, 4, 8, 10, 10]) {
      const before = asked();
      answer.failed();
      vi.advanceTimersByTime(minutes * MINUTE - 1);
      expect(asked()).toBe(before);
      vi.advanceTimersByTime(1);
      expect(asked()).toBe(before + 1);
    }
  });

  test('asks at once when it wakes up, and not while it is hidden', () => {
    const { answer, asked, hide, wake } = aPage();
    answer.failed();
    hide();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(asked()).toBe(0);
    wake();
    expect(asked()).toBe(1);
  });

  test('asks no more once there is one', () => {
    const { answer, asked, wake } = aPage();
    answer.failed();
    answer.came();
    vi.advanceTimersByTime(60 * MINUTE);
    wake();
    expect(asked()).toBe(0);
  });
});
