import type { ConversationEvent, FailureReason, Pulse } from '../domain/conversation';
import { conversationPace } from '../domain/conversation-pace';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import { lookAgainAt } from '../domain/request-reading';
import {
  EVENTS_PER_POLL,
  LOOK_EVERY_MS,
  LOOKS_PER_MINUTE,
  POLL_BYTES,
  UNTRIED_MS,
  WAITING_JOB_EVERY_MS,
} from '../domain/limits';
import { isHereDue, pollPauseS, pollUseAt } from '../domain/poll-use';
import { storedBytes } from '../domain/stored-bytes';
import { queueWaiting } from './queue-delivery';
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
      agent: { name: string | null; avatarUrl: string | null };
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
  now: string;
  next: number;
}

type Needs = Pick<Ports, 'clock' | 'crypto' | 'jobs' | 'report' | 'slots' | 'polls'> & {
  conversations: Pick<Ports['conversations'], 'pulse' | 'events'>;
  visits: Pick<Ports['visits'], 'saveHere'>;
  jira: Pick<Ports['jira'], 'people'>;
};

/**
 * What happened since. When nothing did, one storage read is all it costs; and whoever asks for much, and often, is
 * refused for the rest of the minute without any.
 */
export async function pollConversation(ports: Needs, input: PollInput): Promise<Result<Polled>> {
  const { conversations, visits, clock, crypto, polls } = ports;
  const { conversationId, after } = input;
  // By what was shown: whoever does not know the token takes nothing from whoever does.
  const page = `${conversationId} ${input.token === undefined ? `of ${String(input.account)}` : crypto.hash(input.token)}`;
  const use = pollUseAt(polls.read(page), clock.now());
  const pauseS = pollPauseS(use, after, clock.now());
  if (pauseS !== null) return refuseVisitor({ error: 'rate-limited', retryAfter: pauseS });
  const pulse = await conversations.pulse(conversationId);
  // A key that does not fit and an unknown conversation are the same answer.
  if (!pulse || !opens(crypto, input, pulse)) return refuseVisitor({ error: 'not-found' });
  const { events, to, units } = await eventsAfter(ports, input, pulse.n);
  const now = clock.now();
  const spent = { ...use, units: use.units + 1 + units, events: use.events + events.length, n: pulse.n };
  polls.save(page, spent);
  if (input.here && isHereDue(use, now)) {
    await visits.saveHere(conversationId, now, pulse.projectId);
    spent.hereAt = now;
  }
  if (
    pulse.readAt !== null &&
    lookAgainAt(pulse.lastAt, pulse.readAt, true) <= now &&
    now - use.lookedAt >= LOOK_EVERY_MS
  ) {
    spent.lookedAt = now;
    await queueLook(ports, conversationId);
  }
  if (isForgotten(pulse, now) && pulse.projectId !== null && now - use.askedAt >= WAITING_JOB_EVERY_MS) {
    spent.askedAt = now;
    await queueWaiting(ports, pulse.projectId);
  }
  const agentTyping = !pulse.ended && now < pulse.typingUntil;
  const rendered = withinAnswer(withoutGaps(await render(ports, events), after + 1, to, now));
  return succeed({
    events: rendered,
    more: (rendered.at(-1)?.n ?? to) < pulse.n,
    ended: pulse.ended,
    agentTyping,
    now: new Date(now).toISOString(),
    next: conversationPace(pulse, now),
  });
}

/** Its job was lost, or there was no room for it: the message has waited for longer than others are to make it wait. */
const isForgotten = ({ untriedSince }: Pulse, now: number): boolean =>
  untriedSince !== undefined && now - untriedSince > UNTRIED_MS;

/** Events that are read first: of the longest messages as many as one answer holds. */
const READ_FIRST = 3;

/** No more is read than is answered, as far as can be told from what was read before. */
async function eventsAfter(
  { conversations }: Needs,
  { conversationId, after }: PollInput,
  n: number,
): Promise<{ events: ConversationEvent[]; to: number; units: number }> {
  const last = Math.min(n, after + EVENTS_PER_POLL);
  const events: ConversationEvent[] = [];
  let [to, bytes, units, size] = [Math.min(after, n), 0, 0, READ_FIRST];
  while (to < last && size > 0) {
    const from = to + 1;
    to = Math.min(last, to + size);
    const found = await conversations.events(conversationId, from, to);
    const read = storedBytes(found);
    events.push(...found);
    bytes += read;
    units += Math.ceil(read / UNIT_BYTES);
    size = Math.floor((POLL_BYTES - bytes) / (bytes / (to - after)));
  }
  return { events, to, units };
}

/** Forge counts reads in units of so many bytes. */
const UNIT_BYTES = 10 * 1024;

/** As many as one answer takes, the first at least. */
function withinAnswer(events: VisitorEvent[]): VisitorEvent[] {
  let bytes = 0;
  return events.filter((event, index) => {
    bytes += storedBytes(event);
    return index === 0 || bytes <= POLL_BYTES;
  });
}

/** Somebody waits before an open page, and nothing was heard for some time: an answer may have been missed. */
async function queueLook({ jobs, report, slots }: Needs, conversationId: string): Promise<void> {
  try {
    if (!(await slots.take(`look:${conversationId}`, LOOK_EVERY_MS, 1, conversationId))) return;
    if (!(await slots.take('jobs:looks', 60_000, LOOKS_PER_MINUTE, conversationId))) return;
    await jobs.push({ kind: 'follow', conversationId });
  } catch (fault) {
    report.failure('a look at a quiet request was not queued; a later poll will', fault);
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
        const agent = { name: person?.name ?? unnamed, avatarUrl: person?.avatarUrl ?? null };
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
