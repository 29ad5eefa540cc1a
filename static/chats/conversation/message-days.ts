import type { ConversationMessage } from '../../../src/contract/agent-conversation';
import { dayNumber, type TimeStyle } from '../../app/format-time';

export interface MessageDay {
  /** "today", "yesterday", or the date. */
  label: string;
  messages: ConversationMessage[];
}

/** The messages by calendar day, as the reader's wall calendar has it. */
export function messageDays(messages: ConversationMessage[], now: number, style: TimeStyle): MessageDay[] {
  const days: (MessageDay & { number: number })[] = [];
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
