import type { PublicEvent } from '../../../src/contract/conversation';
import type { EndReason } from '../../../src/domain/conversation';
import type { PageMessage } from '../frontdesk-api';

/** One line of a conversation as its visitor reads it. */
export interface Line {
  n: number;
  at: string;
  kind: 'message' | 'ended' | 'reopened';
  /** Of a message. */
  from?: PageMessage['from'];
  /** Absent: the visitor's own. */
  agent?: { name: string | null; avatarUrl: string | null };
  text: string;
  clientMessageId?: string | null;
  /** Of the visitor's messages; nothing: it is stored. */
  delivery?: 'delivered' | 'failed';
  changed?: 'edited' | 'deleted';
  /** Of a chat that was opened again: as another request. */
  newRequest?: boolean;
}

/** A line that somebody said. */
export type Said = Line & { kind: 'message'; from: PageMessage['from'] };

export interface Transcript {
  /** The last event that is in it. */
  n: number;
  lines: Line[];
  ended: boolean;
  /** Why it has ended, where it cannot be gone on with. */
  reason?: EndReason | undefined;
  /** What became in Jira of the details that the visitor left after the start, told by event `n`. */
  registered?: { n: number; byMail: boolean };
}

export const EMPTY_TRANSCRIPT: Transcript = { n: 0, lines: [], ended: false };

/**
 * Takes over the events that follow without a gap; those that are known already change nothing. So answers may
 * come twice, late and by several ways.
 */
export function adopt(transcript: Transcript, events: PublicEvent[]): Transcript {
  let { n, lines, ended, reason, registered } = transcript;
  for (const event of events) {
    if (event.n !== n + 1) continue;
    n++;
    switch (event.kind) {
      case 'message':
        // As they were written: an answer that was heard of late comes where it belongs.
        lines = [...lines, event].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
        break;
      case 'ended':
      case 'reopened':
        ({ reason } = event as { reason?: EndReason });
        // One that has ended may do so again, for good.
        if (ended !== (ended = event.kind === 'ended')) lines = [...lines, { ...event, text: '' }];
        break;
      case 'delivered':
      case 'failed':
        lines = change(lines, event.of, { delivery: event.kind });
        break;
      case 'edited':
        lines = change(lines, event.of, { changed: 'edited', text: event.text });
        break;
      case 'registered':
        registered = event;
        break;
      case 'deleted':
        lines = change(lines, event.of, { changed: 'deleted', text: '' });
    }
  }
  return { n, lines, ended, reason, ...(registered && { registered }) };
}

const change = (lines: Line[], n: number, to: Partial<Line>): Line[] =>
  lines.map((line) => (line.n === n ? { ...line, ...to } : line));

/** Agents' messages after event `seen`; null: after what the visitor said last. */
export function unreadAfter({ lines }: Transcript, seen: number | null): Line[] {
  const own = lines.filter(({ kind, agent }) => kind === 'message' && !agent).at(-1);
  const from = seen ?? own?.n ?? 0;
  return lines.filter(({ n, agent, changed }) => n > from && agent && changed !== 'deleted');
}
