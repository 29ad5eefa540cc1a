import type { PlannedClosure } from '../../src/contract/clock';

type Times = Pick<PlannedClosure, 'from' | 'until'>;

/** Closures that run into each other: for customers one, which ends with the last of them (rule H4). */
export interface Stretch<Row extends Times> {
  /** By their beginning. */
  rows: Row[];
  /** Epoch ms. */
  until: number;
}

/** All of them, each in its stretch, ascending. Touching ones are one. */
export function closureStretches<Row extends Times>(rows: readonly Row[]): Stretch<Row>[] {
  const stretches: Stretch<Row>[] = [];
  for (const row of [...rows].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const last = stretches.at(-1);
    const until = Date.parse(row.until);
    if (last && Date.parse(row.from) <= last.until) {
      last.rows.push(row);
      last.until = Math.max(last.until, until);
    } else stretches.push({ rows: [row], until });
  }
  return stretches;
}

/** The stretch that customers are in at `now`, and of it the closure whose sentence they read: that which began last. */
export function runningStretch<Row extends Times>(
  rows: readonly Row[],
  now: number,
): { until: number; row: Row } | null {
  const begun = ({ from, until }: Row): boolean => Date.parse(from) <= now && now < Date.parse(until);
  for (const { rows: together, until } of closureStretches(rows)) {
    const row = together.filter(begun).at(-1);
    if (row) return { until, row };
  }
  return null;
}

/** Until when customers would find it closed, were this one beside the others (epoch ms), and whether that is later. */
export function unitedWith(
  others: readonly Times[],
  from: number,
  until: number,
): { until: number; isUnited: boolean } {
  const mine = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  const whole = closureStretches([...others, mine]).find(({ rows }) => rows.includes(mine));
  const end = Math.max(until, whole?.until ?? until);
  return { until: end, isUnited: end > until };
}
