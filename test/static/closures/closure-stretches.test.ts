import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedPieces } from '../../../src/domain/clock/closure';
import { closureStretches, runningStretch } from '../../../static/closures/closure-stretches';

const iso = (hour: number): string => new Date(hour * 3_600_000).toISOString();
const row = (name: string, from: number, until: number) => ({ name, from: iso(from), until: iso(until) });
const names = (rows: ReturnType<typeof row>[]): string[][] =>
  closureStretches(rows).map((stretch) => stretch.rows.map(({ name }) => name));

describe('H4: closures that run into each other', () => {
  it.each([
    [
      [row('a', 1, 2), row('b', 3, 4)],
      [['a'], ['b']],
    ],
    [[row('b', 3, 4), row('a', 1, 3)], [['a', 'b']]],
    [[row('a', 1, 9), row('b', 2, 3), row('c', 8, 10)], [['a', 'b', 'c']]],
    [[], []],
  ])('are one: %j', (rows, expected) => {
    expect(names(rows)).toEqual(expected);
  });

  it('are told as customers read them: the end of all, the sentence of the one that began last', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }))
      .map(([from, hours]) => ({ from, until: from + hours }));
    // Which of two that begin at the same moment is told is the server's choice.
    const spans = fc.uniqueArray(span, { maxLength: 5, selector: ({ from }) => from });
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 18 }), (rows, hour) => {
        const closures = rows.map(({ from, until }) => ({
          id: `from ${String(from)}`,
          from: from * 3_600_000,
          to: until * 3_600_000,
          message: `from ${String(from)}`,
          by: 'pia',
        }));
        const now = hour * 3_600_000;
        const piece = closedPieces(closures).find(({ from, to }) => from <= now && now < to);
        const running = runningStretch(
          rows.map(({ from, until }) => row(`from ${String(from)}`, from, until)),
          now,
        );
        expect(running && { until: running.until, message: running.row.name }).toEqual(
          piece ? { until: piece.opensAt, message: piece.message } : null,
        );
      }),
    );
  });
});
