import { publicAvailability, type Availability } from '../../src/domain/availability';
import type { Desk } from '../../src/domain/desk';
import { summarize } from '../../src/domain/summarize';
import { decodeSummary, encodeSummary } from '../../src/domain/summary-record';

/** What customers are told at any later moment by what was stored of a desk at `now`, epoch ms. */
export function storedSummary(desk: Desk, now: number): (at: number) => Availability {
  const summary = decodeSummary(JSON.parse(JSON.stringify(encodeSummary(summarize(desk, now)))));
  if (!summary) throw new Error('a summary must survive being stored');
  return (at) => publicAvailability(summary, at);
}
