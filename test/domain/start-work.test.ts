import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsAccepted, bitsAt, isWorkDone, minuteOf, zeroBits } from '../../src/domain/start-work';
import { MINUTE, NOON } from '../support/desk-builders';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const FOR = { widgetId: 'W'.repeat(22), clientMessageId: 'c1', message: 'Hello\r\n' };
const minute = minuteOf(NOON);

/** Work of few bits, so that it is found at once. */
const BITS = 8;
function found(what = FOR, at = minute): string {
  for (let x = 0; ; x++) {
    const text = `${what.widgetId}|${at}|${what.clientMessageId}|${hash(what.message)}|${x}`;
    if (zeroBits(hash(text)) >= BITS) return `${at}.${x}`;
  }
}
const isDone = (work: string | undefined, what = FOR, now = NOON, bits = BITS): boolean =>
  isWorkDone(work, what, { bits, now, hash });

describe('The work for a start', () => {
  it('counts for that start, and for no other widget, message or id (T6)', () => {
    const work = found();
    expect(isDone(work)).toBe(true);
    const others = [{ widgetId: 'V'.repeat(22) }, { clientMessageId: 'c2' }, { message: 'Hello' }];
    // One in 256 fits by chance: these do not.
    for (const other of others) expect(isDone(work, { ...FOR, ...other }, NOON, BITS)).toBe(false);
  });

  it('counts three minutes before and after, and no longer (T6)', () => {
    const work = found();
    for (const off of [-3, 0, 3]) expect(isDone(work, FOR, NOON + off * MINUTE)).toBe(true);
    for (const off of [-4, 4, 60]) expect(isDone(work, FOR, NOON + off * MINUTE)).toBe(false);
  });

  it('is nothing in any other form (T6)', () => {
    const work = found();
    const forms = [
      undefined,
      '',
      '.',
      `${work} `,
      ` ${work}`,
      work.replace('.', ','),
      `${minute}.`,
      `x.${work}`,
    ];
    for (const form of forms) expect(isDone(form)).toBe(false);
    fc.assert(fc.property(fc.string(), (text) => !isDone(text, FOR, NOON, 250)));
  });

  it('is measured in the zero bits that its hash begins with', () => {
    const table: [string, number][] = [
      ['f000', 0],
      ['8000', 0],
      ['7fff', 1],
      ['1fff', 3],
      ['0fff', 4],
      ['00801', 8],
      ['0000', 16],
    ];
    for (const [hex, bits] of table) expect(zeroBits(hex)).toBe(bits);
  });

  it('is more, the more others work, and what was asked for a moment ago is enough (T6)', () => {
    expect([0, 14, 15, 30, 45, 60].map((taken) => bitsAt(taken, 60))).toEqual([17, 17, 18, 19, 20, 20]);
    expect([17, 18, 20].map(bitsAccepted)).toEqual([17, 17, 19]);
  });
});
