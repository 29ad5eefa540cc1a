const DAY_MS = 86_400_000;

/**
 * "Back at 14:00", in the time zone of whoever reads it (rule C5). Which day that is, is told from the server's
 * time. Empty when nothing is known, or it is over.
 */
export function backAt(
  nextOnlineAt: string | null,
  serverNow: number,
  labels: Record<string, string>,
  locale: string,
): string {
  const back = Date.parse(nextOnlineAt ?? '');
  if (!(back > serverNow)) return '';
  const format = (options: Intl.DateTimeFormatOptions, moment: number): string =>
    new Intl.DateTimeFormat(locale, options).format(moment);
  const time = format({ timeStyle: 'short' }, back);
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  const sameDay =
    format({ ...date, year: 'numeric' }, back) === format({ ...date, year: 'numeric' }, serverNow);
  // A week ahead the name of the day would mean today.
  const day = format(back - serverNow < 6 * DAY_MS ? { weekday: 'long' } : date, back);
  return (labels[sameDay ? 'backAt' : 'backOn'] ?? '').replace('{time}', time).replace('{day}', day);
}
