import { fill } from '../panel/fill';
import type { Availability } from '../frontdesk-api';

const DAY_MS = 86_400_000;

/** A week ahead the name of a day would mean today. */
const NAMED_DAYS = 6;

interface Reader {
  labels: Record<string, string>;
  /** For times, BCP 47. */
  locale: string;
  /** The server's. */
  now: number;
}

/** Said of somebody who is offline; empty: nothing. */
interface PromiseWords {
  /** "Closed until 15:00". */
  closed: string;
  /** "Back at 14:00", "Expected at 9:00 AM". */
  promise: string;
}

/**
 * What is known of when somebody is there again, in the time zone of whoever reads it (rules C5, H4, H5). Which day that is, is
 * told from the server's time.
 */
export function promiseWords(
  { nextOnlineAt, expected, closed }: Pick<Availability, 'nextOnlineAt' | 'expected' | 'closed'>,
  reader: Reader,
): PromiseWords {
  return {
    closed: timeWords('closed', closed?.until, reader),
    promise:
      expected && nextOnlineAt && reader.now >= Date.parse(nextOnlineAt)
        ? (reader.labels['expectedNow'] ?? '')
        : timeWords(expected ? 'expected' : 'back', nextOnlineAt, reader),
  };
}

/** Empty when it is not known, or over. */
function timeWords(
  kind: 'back' | 'expected' | 'closed',
  at: string | null | undefined,
  { labels, locale, now }: Reader,
): string {
  const moment = Date.parse(at ?? '');
  if (!(moment > now)) return '';
  const days = Math.round((midnight(moment) - midnight(now)) / DAY_MS);
  const form = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, options).format(moment);
  const date: Intl.DateTimeFormatOptions = days > NAMED_DAYS ? { day: 'numeric', month: 'long' } : {};
  return fill(labels[kind + (days > 1 ? 'On' : days ? 'Tomorrow' : 'At')], {
    time: form({ timeStyle: 'short' }),
    day: form({ weekday: 'long', ...date }),
  });
}

/** With which the day of a moment begins where the reader is, or where its clock is put forward then. */
const midnight = (moment: number): number => new Date(moment).setHours(0, 0, 0, 0);
