import type { PublicEvent } from '../../../../src/contract/conversation';
import type { ConversationClient, Failure } from '../../../../static/widget/conversation/conversation-client';
import { START } from '../fake-browser';
import type { SimulatedTime } from '../simulated-time';

type Unnumbered<E> = E extends unknown ? Omit<E, 'n' | 'at'> : never;

export interface FakeClient extends ConversationClient {
  /** Simulated moments of the requests. */
  starts: number[];
  sends: { at: number; clientMessageId: string; text: string }[];
  registrations: { at: number; name: string; email: string }[];
  polls: { at: number; after: number; here: boolean }[];
  events: PublicEvent[];
  add(event: Unnumbered<PublicEvent>): void;
  agentSays(text: string): void;
  /** What happens to requests instead of an answer. `lost`: they are obeyed, but the answer does not arrive. */
  failure: 'none' | 'lost' | Failure;
  typing: boolean;
  /** Seconds to the next poll. */
  next: number;
  email: string | null;
}

const PER_POLL = 25;

/** One project's conversations as a page meets them, after a way of `latency` milliseconds; at most one lives. */
export function createFakeClient(time: SimulatedTime, latency = 100): FakeClient {
  const iso = (): string => new Date(START + time.now()).toISOString();
  let id = '';
  let started = 0;

  function answer<T>(obey: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      time.after(latency, () => {
        const { failure } = desk;
        if (failure === 'none') {
          try {
            resolve(obey());
          } catch (refusal) {
            reject(refusal);
          }
        } else {
          if (failure === 'lost') obey();
          reject(Object.assign(new Error('failed'), failure === 'lost' ? {} : failure));
        }
      });
    });
  }

  function say(text: string, clientMessageId: string): number {
    const known = desk.events.find(
      (event) => 'clientMessageId' in event && event.clientMessageId === clientMessageId,
    );
    if (known) return known.n;
    desk.add({ kind: 'message', from: 'visitor', text, clientMessageId });
    return desk.events.length;
  }

  function mustKnow(conversationId: string): void {
    if (conversationId !== id)
      throw Object.assign(new Error('unknown'), { error: 'not-found', retryAfter: 0 });
  }

  const desk: FakeClient = {
    starts: [],
    sends: [],
    registrations: [],
    polls: [],
    events: [],
    failure: 'none',
    typing: false,
    next: 3,
    email: null,
    add: (event) => void desk.events.push({ ...event, n: desk.events.length + 1, at: iso() }),
    agentSays: (text) =>
      desk.add({ kind: 'message', from: 'agent', text, agent: { name: 'Ann', avatarUrl: null } }),
    start({ message, clientMessageId }) {
      desk.starts.push(time.now());
      return answer(() => {
        const isRepeated = desk.events.some(
          (event) => 'clientMessageId' in event && event.clientMessageId === clientMessageId,
        );
        if (!isRepeated) {
          id = `conversation-${++started}`;
          desk.events = [];
        }
        say(message, clientMessageId);
        const kind = desk.email === null ? 'anonymous' : 'registered';
        const visitor = { kind, name: null, email: desk.email } as const;
        return { conversationId: id, token: 'secret', visitor, now: iso(), next: desk.next };
      });
    },
    send(conversationId, { message, clientMessageId }) {
      desk.sends.push({ at: time.now(), clientMessageId, text: message });
      return answer(() => {
        mustKnow(conversationId);
        return { n: say(message, clientMessageId), now: iso() };
      });
    },
    register(conversationId, { name, email }) {
      desk.registrations.push({ at: time.now(), name, email });
      return answer(() => {
        mustKnow(conversationId);
        return { visitor: { kind: 'registered', name, email }, now: iso() };
      });
    },
    poll(conversationId, { after, here }) {
      desk.polls.push({ at: time.now(), after, here: here === true });
      return answer(() => {
        mustKnow(conversationId);
        const events = desk.events.slice(after, after + PER_POLL);
        const ended =
          desk.events.findLast(({ kind }) => kind === 'ended' || kind === 'reopened')?.kind === 'ended';
        const more = after + PER_POLL < desk.events.length;
        return { events, more, ended, agentTyping: desk.typing, now: iso(), next: desk.next };
      });
    },
  };
  return desk;
}
