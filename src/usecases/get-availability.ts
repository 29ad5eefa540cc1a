import {
  publicAvailability,
  degradedAvailability,
  disabledAvailability,
  type Availability,
} from '../domain/availability';
import { decodeSummary } from '../domain/summary-record';
import { UnreadableRecord, type Ports } from '../ports';

/** Milliseconds a poll waits for storage: answers are due within 2 s (figure R7). */
export const POLL_PATIENCE_MS = 1_500;

type Needs = Pick<Ports, 'publicRecords' | 'clock' | 'report'>;

/** The public answer to a poll: one strictly consistent read, no write (figure F1). Never throws. */
export async function getAvailability(
  { publicRecords, clock, report }: Needs,
  widgetId: string,
): Promise<Availability> {
  let record: unknown;
  try {
    record = await clock.within(POLL_PATIENCE_MS, publicRecords.summary(widgetId));
  } catch (error) {
    report.failure('a public request failed', error, { request: 'availability' });
    return degradedAvailability(clock.now());
  }
  const now = clock.now();
  if (record === undefined) return disabledAvailability(now);
  const summary = decodeSummary(record);
  if (summary) return publicAvailability(summary, now);
  const unreadable = new UnreadableRecord('a public summary: broken, or of a newer version');
  report.failure('a public request failed', unreadable, { request: 'availability', widgetId });
  return degradedAvailability(now);
}
