/** When something was said, in the words of the visitor's language and in their own time zone. */
export interface LineTimes {
  time(at: string): string;
  /** The day's name, where it is another than that of the line before; for the first line: than today. */
  day(at: string, before: string | undefined, serverNow: number): string;
}

export function createLineTimes(locale: string): LineTimes {
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  return {
    time: (at) => times.format(Date.parse(at)),
    day(at, before, serverNow) {
      const day = days.format(Date.parse(at));
      // Where the server's time is not known yet, it is as late as what it said last.
      const other = before === undefined ? serverNow || Date.parse(at) : Date.parse(before);
      return day === days.format(other) ? '' : day;
    },
  };
}
