import type { Span } from '../span';
import { decodeVlq, encodeVlq } from './base64-vlq';
import { spanNumber, spanOf } from './span-number';

/**
 * Spans as they are stored: seconds, each from the one before, as text. Two weeks of a schedule are a hundred bytes so, and two
 * hundred agents' fit into a desk.
 */
export function encodeSpans(spans: readonly Span[]): string {
  let last = 0;
  const numbers: number[] = [];
  for (const { from, to } of spans) {
    numbers.push(number(from - last), number(to - from));
    last = to;
  }
  return encodeVlq(numbers);
}

export function decodeSpans(text: string): Span[] {
  let at = 0;
  const spans: Span[] = [];
  const numbers = decodeVlq(text) ?? [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const from = at + length(numbers[index] ?? 0);
    at = from + length(numbers[index + 1] ?? 0);
    spans.push({ from, to: at });
  }
  return spans;
}

const SECOND = 1_000;

const number = (ms: number): number => spanNumber(Math.round(ms / SECOND));
const length = (value: number): number => spanOf(value) * SECOND;
