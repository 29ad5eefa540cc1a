import { dayNumber, type TimeStyle } from '../../app/format-time';

export interface MessageDay<Said> {
  /** "today", "yesterday", or the date. */
  label: string;
  messages: Said[];
}

/** What was said by calendar day, as the reader's wall calendar has it. */
export function messageDays<Said extends { at: string }>(
  messages: Said[],
  now: number,
  style: TimeStyle,
): MessageDay<Said>[] {
  const days: (MessageDay<Said> & { number: number })[] = [];
  for (const message of messages) {
    const at = Date.parse(message.at);
    const number = dayNumber(at, style.timeZone);
    const last = days.at(-1);
    if (last?.number === number) last.messages.push(message);
    else days.push({ number, label: dayLabel(at, now, style), messages: [message] });
  }
  return days;
}

function dayLabel(at: number, now: number, { locale, timeZone }: TimeStyle): string {
  const ago = dayNumber(now, timeZone) - dayNumber(at, timeZone);
  const label =
    ago === 0 || ago === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day')
      : new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }).format(at);
  return label.slice(0, 1).toLocaleUpperCase(locale) + label.slice(1);
}
