import type { ConversationEvent, FailureReason } from '../domain/conversation';
import { conversationPace } from '../domain/conversation-pace';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import { lookAgainAt } from '../domain/request-reading';
import { EVENTS_PER_POLL } from '../domain/limits';
import type { Ports } from '../ports';
import { opens, type VisitorKey } from './visitor-key';

export interface PollInput extends VisitorKey {
  conversationId: string;
  after: number;
  here?: true | undefined;
}

/** An event as the visitor's page gets it: no account ids. */
type VisitorEvent = { n: number; at: string } & (
  | { kind: 'message'; from: 'visitor'; text: string; clientMessageId: string | null }
  | {
      kind: 'message';
      from: 'agent' | 'customer' | 'app';
      text: string;
      /** The address of a picture tells the account's id, or the hash of an e-mail address: visitors get none. */
      agent: { name: string | null; avatarUrl: null };
    }
  | { kind: 'delivered' | 'deleted'; of: number }
  | { kind: 'failed'; of: number; reason: FailureReason }
  | { kind: 'edited'; of: number; text: string }
  | { kind: 'ended' }
  | { kind: 'reopened'; newRequest: boolean }
  | { kind: 'registered'; byMail: boolean }
);

export interface Polled {
  events: VisitorEvent[];
  more: boolean;
  ended: boolean;
  agentTyping: boolean;
  held?: true;
  now: string;
  next: number;
}

type Needs = Pick<Ports, 'clock' | 'crypto' | 'jobs' | 'report'> & {
  conversations: Pick<Ports['conversations'], 'pulse' | 'events'>;
  visits: Pick<Ports['visits'], 'saveHere'>;
  jira: Pick<Ports['jira'], 'people'>;
};

/** What happened since. When nothing did, one storage read is all it costs. */
export async function pollConversation(ports: Needs, input: PollInput): Promise<Result<Polled>> {
  const { conversations, visits, clock, crypto } = ports;
  const pulse = await conversations.pulse(input.conversationId);
  // A key that does not fit and an unknown conversation are the same answer.
  if (!pulse || !opens(crypto, input, pulse)) return refuseVisitor({ error: 'not-found' });
  const to = Math.min(pulse.n, input.after + EVENTS_PER_POLL);
  const events =
    input.after < pulse.n ? await conversations.events(input.conversationId, input.after + 1, to) : [];
  if (input.here) await visits.saveHere(input.conversationId, clock.now(), pulse.projectId);
  const now = clock.now();
  if (pulse.readAt !== null && lookAgainAt(pulse.lastAt, pulse.readAt, true) <= now)
    await queueLook(ports, input.conversationId);
  const agentTyping = !pulse.ended && now < pulse.typingUntil;
  return succeed({
    events: withoutGaps(await render(ports, events), input.after + 1, to, now),
    more: to < pulse.n,
    ended: pulse.ended,
    agentTyping,
    ...(pulse.held && { held: true }),
    now: new Date(now).toISOString(),
    next: conversationPace(pulse, now),
  });
}

/** Somebody waits before an open page, and nothing was heard for some time: an answer may have been missed. */
async function queueLook({ jobs, report }: Needs, conversationId: string): Promise<void> {
  try {
    await jobs.push({ kind: 'follow', conversationId });
  } catch (fault) {
    report.failure('a look at a quiet request was not queued; the next poll will', fault);
  }
}

/**
 * An event that is not there any more, or cannot be read, is one that was deleted: a page that waits for it would
 * ask for it for ever.
 */
function withoutGaps(events: VisitorEvent[], from: number, to: number, now: number): VisitorEvent[] {
  const known = new Map(events.map((event) => [event.n, event]));
  const at = new Date(now).toISOString();
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index): VisitorEvent => {
    const n = from + index;
    return known.get(n) ?? { n, at, kind: 'deleted', of: n };
  });
}

async function render({ jira }: Pick<Needs, 'jira'>, events: ConversationEvent[]): Promise<VisitorEvent[]> {
  const authors = events.flatMap((event) =>
    event.kind === 'message' && event.author !== null ? [event.author] : [],
  );
  const people = authors.length > 0 ? await jira.people([...new Set(authors)]) : new Map<string, never>();
  return events.map((event): VisitorEvent => {
    const common = { n: event.n, at: new Date(event.at).toISOString() };
    switch (event.kind) {
      case 'message': {
        const { text, from, author, clientMessageId, n } = event;
        if (event.gone) return { ...common, kind: 'deleted', of: n };
        if (from === 'visitor') return { ...common, kind: 'message', from, text, clientMessageId };
        const person = people.get(author ?? '');
        // Without a name pages say "agent", which nobody else is (rule T4).
        const unnamed = from === 'agent' ? null : '';
        const agent = { name: person?.name ?? unnamed, avatarUrl: null };
        return { ...common, kind: 'message', from, text, agent };
      }
      case 'delivered':
      case 'deleted':
        return { ...common, kind: event.kind, of: event.of };
      case 'failed':
        return { ...common, kind: 'failed', of: event.of, reason: event.reason };
      case 'edited':
        return { ...common, kind: 'edited', of: event.of, text: event.text };
      case 'ended':
        return { ...common, kind: 'ended' };
      case 'reopened':
        return { ...common, kind: 'reopened', newRequest: event.newRequest };
      case 'registered':
        return { ...common, kind: 'registered', byMail: event.byMail };
    }
  });
}
