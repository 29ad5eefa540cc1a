import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../static/widget/work/sha-256';
import { findWork } from '../../../../static/widget/work/find-work';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const start = {
  widgetId: '5_MPIS97oY0sVAFndhOKWQ',
  clientMessageId: '3cb62d0f-40ca-44e9-915d-db511e62303d',
  message: 'Hello',
};

const real = { now: () => performance.now(), goesOn: () => true };

/** The contract's own words, with the hash of the machine. */
function zeroBits(work: string, { widgetId, clientMessageId, message } = start): number {
  const [minute, x] = work.split('.');
  expect(x).toMatch(/^[A-Za-z0-9]{1,20}$/);
  const text = `${widgetId}|${String(minute)}|${clientMessageId}|${hashOf(message)}|${String(x)}`;
  return Math.clz32(Number.parseInt(hashOf(text).slice(0, 8), 16));
}

describe('work that a browser does to start a chat', () => {
  it('hashes any text as SHA-256 does, of every length around the ends of blocks (T6)', () => {
    for (let length = 0; length <= 200; length++) {
      const text = 'a'.repeat(length);
      expect(sha256(text)).toBe(hashOf(text));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(hashOf(text));
      }),
      { numRuns: 50 },
    );
  });

  it('is what the challenge asks for, whatever was typed (T6)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 99_999_999 }),
        async (message, bits, minute) => {
          const work = await findWork({ bits, minute }, { ...start, message }, real);
          expect(work).toMatch(new RegExp(`^${String(minute)}\\.`));
          expect(zeroBits(String(work), { ...start, message })).toBeGreaterThanOrEqual(bits);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is found whatever length ids have, also where it reaches into another block (T6)', async () => {
    for (let length = 1; length <= 64; length++) {
      const other = { ...start, widgetId: 'w'.repeat(length) };
      const work = await findWork({ bits: 4, minute: 29_000_000 }, other, real);
      expect(zeroBits(String(work), other)).toBeGreaterThanOrEqual(4);
    }
  });

  it('lets the page have its turn every eight milliseconds, and ends when nobody wants it any more (T6)', async () => {
    let now = 0;
    let slices = 0;
    const turns: string[] = [];
    const clock = {
      now: () => (now += 4),
      goesOn(elapsed: number) {
        expect(elapsed).toBeGreaterThanOrEqual(slices * 8);
        slices++;
        setImmediate(() => turns.push('the page'));
        return slices < 5;
      },
    };
    expect(await findWork({ bits: 32, minute: 1 }, start, clock)).toBeNull();
    expect(slices).toBe(5);
    expect(turns.length).toBeGreaterThan(0);
  });
});
