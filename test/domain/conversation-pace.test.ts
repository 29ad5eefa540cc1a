import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pulse } from '../../src/domain/pulse';
import { conversationPace } from '../../src/domain/conversation-pace';
import { NOON } from '../support/desk-builders';

const aPulse = (overrides: Partial<Pulse> = {}): Pulse => ({
  tokenHash: 'hash',
  n: 1,
  ended: false,
  typingUntil: 0,
  lastAt: NOON,
  lastFrom: 'visitor',
  account: null,
  projectId: null,
  readAt: null,
  ...overrides,
});
const after = (seconds: number, overrides?: Partial<Pulse>): number =>
  conversationPace(aPulse(overrides), NOON + seconds * 1_000);

describe('How soon a visitor’s page asks again', () => {
  it.each([
    ['just after they wrote', 0, 4],
    ['half a minute later', 30, 8],
    ['two minutes later', 120, 8],
    ['five minutes later', 300, 20],
    ['an hour later', 3_600, 30],
  ])('waiting for an answer, %s', (_when, seconds, next) => expect(after(seconds)).toBe(next));

  it.each([
    ['just after it, for more that follows', 0, 4],
    ['half a minute later', 30, 8],
    ['a minute later', 60, 15],
    ['two minutes later', 120, 30],
  ])('with the answer read, %s', (_when, seconds, next) =>
    expect(after(seconds, { lastFrom: 'agent' })).toBe(next),
  );

  it('every three seconds while an agent types', () => {
    expect(after(600, { typingUntil: NOON + 601_000 })).toBe(3);
    expect(after(601, { typingUntil: NOON + 601_000 })).toBe(30);
    expect(after(600, { typingUntil: NOON + 601_000, ended: true })).toBe(30);
  });

  it('never sooner than after 3 seconds nor later than after 30, and never sooner the longer it is quiet', () => {
    const from = fc.constantFrom('visitor' as const, 'agent' as const);
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 1e7 }), fc.nat(1_000), from, (seconds, more, lastFrom) => {
        const [sooner, later] = [after(seconds, { lastFrom }), after(seconds + more, { lastFrom })];
        expect(sooner).toBeGreaterThanOrEqual(3);
        expect(later).toBeGreaterThanOrEqual(sooner);
        expect(later).toBeLessThanOrEqual(30);
      }),
    );
  });
});
