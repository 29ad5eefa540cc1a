import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Runs what is measured so many times; the time of the whole is divided by the number. */
export type Subject = (times: number) => Promise<void> | void;

export interface Timing {
  /** Microseconds of one call, per round. */
  micros: number[];
  /** Times the first subject's, per round. */
  ratios: number[];
}

/** Until then the engine still compiles what it runs. */
const WARM_UP_ROUNDS = 10;

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

async function microsOf(subject: Subject, times: number): Promise<number> {
  // What the subject before has left to do is not this one's.
  await setImmediate();
  const started = performance.now();
  await subject(times);
  return ((performance.now() - started) * 1_000) / times;
}

/**
 * Times subjects in turns, each round beginning with another: whatever else the machine does then disturbs all of
 * them alike, so their ratios hold where their times do not. The others are compared with the first.
 */
export async function sideBySide(
  subjects: Subject[],
  { rounds, times }: { rounds: number; times: number },
): Promise<Timing[]> {
  for (const subject of subjects) await subject(times * WARM_UP_ROUNDS);
  const timings = subjects.map((): Timing => ({ micros: [], ratios: [] }));
  for (let round = 0; round < rounds; round++) {
    const micros = subjects.map(() => Number.NaN);
    for (let turn = 0; turn < subjects.length; turn++) {
      const index = (round + turn) % subjects.length;
      const subject = subjects[index];
      if (subject) micros[index] = await microsOf(subject, times);
    }
    const [first = Number.NaN] = micros;
    for (const [index, timing] of timings.entries()) {
      const taken = micros[index] ?? Number.NaN;
      timing.micros.push(taken);
      timing.ratios.push(taken / first);
    }
  }
  return timings;
}
