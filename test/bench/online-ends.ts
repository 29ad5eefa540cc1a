import { countWrong, MOMENTS } from '../domain/clock/any-ends';
import type { BenchLine } from './bench-line';

const SAMPLES = 1_000_000;
const CONTROL_SAMPLES = 20_000;

const count = (number: number): string => number.toLocaleString('en-US');

/** R3: at the millisecond an online time ends nobody is told "online", whoever asks and whatever clocks do. */
export function onlineEnds(): BenchLine[] {
  const { samples, wrong } = countWrong(SAMPLES / MOMENTS, 0);
  const control = countWrong(CONTROL_SAMPLES / MOMENTS, 1_000);
  return [
    {
      id: 'R3',
      what: 'shown online at or after an end, to customers or agents',
      measured: `${count(wrong)} of ${count(samples)} samples`,
      bound: '0',
      ok: wrong === 0 && samples >= SAMPLES,
    },
    {
      id: 'R3',
      what: 'the control, a clock that is a second behind: shown',
      measured: `${count(control.wrong)} of ${count(control.samples)} samples`,
      bound: '> 0',
      ok: control.wrong > 0,
    },
  ];
}
