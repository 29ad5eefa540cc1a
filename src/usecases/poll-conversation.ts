import type { ConversationEvent, EndReason, FailureReason } from '../domain/conversation';
import type { Pulse } from '../domain/pulse';
import { conversationPace } from '../domain/conversation-pace';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import { LOOKS, lookAt } from '../domain/queue-budgets';
import { lookAgainAt } from '../domain/request-reading';
import {
  EVENTS_PER_POLL,
  EVENT_BYTES,
  LOOK_EVERY_MS,
  POLL_BYTES,
  READ_UNIT_BYTES,
  UNTRIED_MS,
  WAITING_JOB_EVERY_MS,
} from '../domain/limits';
import { isHereDue, knownPulse, mayRead, pollPauseS, pollUseAt, type PollUse } from '../domain/poll-use';
import { storedBytes } from '../domain/stored-bytes';
import { queueWaiting } from './queue-delivery';
import type { Ports } from '../ports';
import { isOfAnother } from './signed-visitor';
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
  | { kind: 'ended'; reason?: EndReason }
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

type Needs = Pick<Ports, 'clock' | 'crypto' | 'jobs' | 'report' | 'slots' | 'polls' | 'identities'> & {
  conversations: Pick<Ports['conversations'], 'pulse' | 'events'>;
  visits: Pick<Ports['visits'], 'saveHere'>;
  jira: Pick<Ports['jira'], 'people'>;
};

/** Somebody of whom Jira says that they take part in the request that the chat is about. */
export interface Participant {
  account: string;
}

/**
 * What happened since. `participant`: who needs no key. When nothing did, one storage read is all it costs; and whoever asks for much, and often, is
 * refused for the rest of the minute without any.
 */
export async function pollConversation(
  ports: Needs,
  input: PollInput,
  participant?: Participant,
): Promise<Result<Polled>> {
  const { conversations, visits, clock, crypto, polls } = ports;
  const { conversationId, after } = input;
  // By what was shown: whoever does not know the token takes nothing from whoever does.
  const page = `${conversationId} ${input.token === undefined ? `of ${String(input.account)}` : crypto.hash(input.token)}`;
  const usedNow = (): PollUse => pollUseAt(polls.read(page), clock.now());
  const before = usedNow();
  const known = knownPulse(before, after, clock.now());
  const pausedS = pollPauseS(before, after, clock.now());
  if (pausedS !== null) return refuseVisitor({ error: 'rate-limited', retryAfter: pausedS });
  const pulse = known ?? (await conversations.pulse(conversationId));
  // A key that does not fit and an unknown conversation are the same answer.
  if (!pulse || !(participant ?? opens(crypto, input, pulse))) return refuseVisitor({ error: 'not-found' });
  const now = clock.now();
  // Others may have come meanwhile: from here on all of them count in one place.
  const use = usedNow();
  polls.save(page, use);
  use.units += known ? 0 : 1;
  const pauseS = pollPauseS(use, after, now);
  if (pauseS !== null) return refuseVisitor({ error: 'rate-limited', retryAfter: pauseS });
  if (input.identity !== undefined) {
    use.units += 1;
    if (await isOfAnother(ports, pulse, input.identity)) return refuseVisitor({ error: 'not-found' });
  }
  if (!known) Object.assign(use, { pulse, knownAt: now, ahead: undefined });
  const { events, to } = await eventsAfter(ports, input, pulse.n, use);
  if (input.here && isHereDue(use, now)) {
    use.hereAt = now;
    await visits.saveHere(conversationId, now, pulse.projectId);
  }
  if (
    pulse.readAt !== null &&
    lookAgainAt(pulse.lastAt, pulse.readAt, true) <= now &&
    now - use.lookedAt >= LOOK_EVERY_MS
  ) {
    use.lookedAt = now;
    await queueLook(ports, conversationId);
  }
  if (isForgotten(pulse, now) && pulse.projectId !== null && now - use.askedAt >= WAITING_JOB_EVERY_MS) {
    use.askedAt = now;
    await queueWaiting(ports, pulse.projectId, conversationId);
  }
  const agentTyping = !pulse.ended && now < pulse.typingUntil;
  const rendered = withinAnswer(
    withoutGaps(
      await render(ports, events, participant && { ...participant, visitor: pulse.person ?? pulse.account }),
      after + 1,
      to,
      now,
    ),
  );
  const last = rendered.at(-1)?.n ?? to;
  use.events += rendered.length;
  use.goesOnAt = last < pulse.n ? last : undefined;
  polls.readAhead(
    page,
    last < to ? { after: last, to, events: events.filter((event) => event.n > last) } : null,
  );
  return succeed({
    events: rendered,
    more: last < pulse.n,
    ended: pulse.ended,
    agentTyping,
    ...(pulse.held && { held: true }),
    now: new Date(now).toISOString(),
    next: conversationPace(pulse, now),
  });
}

/** Its job was lost, or there was no room for it: the message has waited for longer than others are to make it wait. */
const isForgotten = ({ untriedSince }: Pulse, now: number): boolean =>
  untriedSince !== undefined && now - untriedSince > UNTRIED_MS;

/** What was read for the poll before, and did not fit into its answer, is not read again. */
async function eventsAfter(
  { conversations }: Needs,
  { conversationId, after }: PollInput,
  n: number,
  use: PollUse,
): Promise<{ events: ConversationEvent[]; to: number }> {
  const { ahead } = use;
  if (ahead?.after === after) return ahead;
  const size = Math.min(EVENTS_PER_POLL, n - after, mayRead(use));
  if (size < 1) return { events: [], to: after };
  const to = after + size;
  const events = await counted(use, size, () => conversations.events(conversationId, after + 1, to));
  return { events, to };
}

/** Counts what is read before it is read, as if the events were as large as they may be: many may read at a time. */
async function counted(
  use: PollUse,
  size: number,
  read: () => Promise<ConversationEvent[]>,
): Promise<ConversationEvent[]> {
  const most = unitsOf(size * EVENT_BYTES);
  use.units += most;
  const events = await read();
  use.units -= most - Math.min(most, unitsOf(storedBytes(events)));
  return events;
}

const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES));

/** As many as one answer takes, the first at least. */
function withinAnswer(events: VisitorEvent[]): VisitorEvent[] {
  let bytes = 0;
  return events.filter((event, index) => {
    bytes += storedBytes(event);
    return index === 0 || bytes <= POLL_BYTES;
  });
}

/** Somebody waits before an open page, and nothing was heard for some time: an answer may have been missed. */
async function queueLook({ clock, jobs, report, slots }: Needs, conversationId: string): Promise<void> {
  try {
    const now = clock.now();
    // Another asker at every moment: the place of a budget is found again by whoever has taken it.
    const asker = `${conversationId} ${String(now)}`;
    if (!(await slots.take(lookAt(conversationId), asker, now))) return;
    if (!(await slots.take(LOOKS, asker, now))) return;
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

/** Who reads; absent: the visitor. */
interface Reader extends Participant {
  visitor: string | null;
}

async function render(
  { jira }: Pick<Needs, 'jira'>,
  stored: ConversationEvent[],
  reader?: Reader,
): Promise<VisitorEvent[]> {
  const events = reader ? stored.map((event) => asReadBy(event, reader)) : stored;
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
        return { ...common, kind: 'ended', ...(event.reason && { reason: event.reason }) };
      case 'reopened':
        return { ...common, kind: 'reopened', newRequest: event.newRequest };
      case 'registered':
        return { ...common, kind: 'registered', byMail: event.byMail };
    }
  });
}

/** To each who takes part, their own words are the visitor's, and the visitor's those of another customer. */
function asReadBy(event: ConversationEvent, { account, visitor }: Reader): ConversationEvent {
  if (event.kind !== 'message' || account === visitor) return event;
  if (event.author === account) return { ...event, from: 'visitor', author: null };
  return event.from === 'visitor' ? { ...event, from: 'customer', author: visitor } : event;
}
