import {
  availabilityAt,
  degradedAvailability,
  disabledAvailability,
  type Availability,
} from '../domain/availability';
import { decodeSummary } from '../domain/summary-record';
import type { Ports } from '../ports';

/** Milliseconds a poll waits for storage: answers are due within 2 s (figure R7). */
export const POLL_PATIENCE_MS = 1_500;

/** Ids of records that could not be read, told once each per warm process. */
const reported = new Set<string>();
const REPORTED_MOST = 1_000;

type Needs = Pick<Ports, 'publicRecords' | 'clock' | 'report'>;

/** The public answer to a poll: one strictly consistent read, no write (figure F1). Never throws. */
export async function getAvailability(
  { publicRecords, clock, report }: Needs,
  widgetId: string,
): Promise<Availability> {
  let record: unknown;
  try {
    record = await clock.within(POLL_PATIENCE_MS, publicRecords.summary(widgetId));
  } catch {
    return degradedAvailability(clock.now());
  }
  const now = clock.now();
  if (record === undefined) return disabledAvailability(now);
  const summary = decodeSummary(record);
  if (summary) return availabilityAt(summary, now);
  if (!reported.has(widgetId) && reported.size < REPORTED_MOST) {
    reported.add(widgetId);
    report.error('a public summary cannot be read: broken, or of a newer version', { widgetId });
  }
  return degradedAvailability(now);
}
