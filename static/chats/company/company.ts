import type { LookPing } from '../../../src/contract/live';
import type { Payload } from '../../../src/contract/functions';
import {
  LOOKING_BELIEVED_MS,
  LOOKING_SAID_MS,
  WRITING_BELIEVED_MS,
  WRITING_SAID_MS,
} from '../../../src/domain/limits';
import { LOOKING_FROM_MS, LOOK_ANSWERED_MS } from '../../../src/domain/inbox-limits';
import type { Call } from '../../app/call';
import { createStore, type Readable } from '../../app/store';

/** A colleague at the chat that is open. */
export interface Companion {
  accountId: string;
  isWriting: boolean;
}

interface CompanyState {
  /** Those who write first. */
  others: Companion[];
}

/**
 * Who else is at the chat that is open (rule D4). Windows tell each other by Realtime, through a function that knows who
 * asks; nothing is stored, nobody polls. Where a call or a ping is lost, a line is missing and nothing else.
 */
export interface Company extends Readable<CompanyState> {
  /** The chat that is open and seen; null: none. */
  at(conversationId: string | null): void;
  /** A key was pressed in it. */
  typed(): void;
  /** The customer was told of it, and so was everybody: see `typing`. */
  toldOfTyping(): void;
  /** What was written is sent. */
  sent(): void;
  /** What they wrote is there: they write no more. */
  spoke(accountId: string): void;
  hear(look: LookPing): void;
}

interface Signs {
  lookedAt: number;
  wroteAt: number;
}

export function createCompany({ call, viewerId }: { call: Call; viewerId: string }): Company {
  const store = createStore<CompanyState>({ others: [] });
  const monotonic = (): number => performance.now();
  let here: string | null = null;
  /** Where others know me to be. */
  let told: string | null = null;
  let others = new Map<string, Signs>();
  let typedAt = -Infinity;
  let saidAt = -Infinity;
  const timers = createTimers<'arrival' | 'answer' | 'expiry' | 'sign'>();

  function say(look: Omit<Payload<'look'>, 'conversationId'>, conversationId: string): void {
    saidAt = monotonic();
    void call('look', { conversationId, ...look });
  }

  const doing = (): 'looking' | 'writing' =>
    monotonic() - typedAt < WRITING_BELIEVED_MS ? 'writing' : 'looking';

  /** Said once where I stayed, with where I was before: one call for each chat that is looked at. */
  function arrive(): void {
    if (here === told) return;
    const left = told;
    told = here;
    if (here !== null) say({ doing: doing(), ...(left !== null && { left }) }, here);
    else if (left !== null) say({ doing: 'left' }, left);
  }

  function answer(): void {
    if (here !== null && here === told) say({ doing: doing(), answers: true }, here);
  }

  /** Draws who is there now, and looks again when the next sign is too old. */
  function draw(): void {
    const now = monotonic();
    others = new Map([...others].filter(([, { lookedAt }]) => now - lookedAt < LOOKING_BELIEVED_MS));
    const isWriting = ({ wroteAt }: Signs): boolean => now - wroteAt < WRITING_BELIEVED_MS;
    const shown = [...others].map(([accountId, signs]) => ({ accountId, isWriting: isWriting(signs) }));
    store.setState({ others: shown.sort((a, b) => Number(b.isWriting) - Number(a.isWriting)) });
    const ends = [...others.values()].map((signs) =>
      isWriting(signs) ? signs.wroteAt + WRITING_BELIEVED_MS : signs.lookedAt + LOOKING_BELIEVED_MS,
    );
    timers.clear('expiry');
    if (ends.length > 0) timers.set('expiry', draw, Math.max(0, Math.min(...ends) - now));
    keepTelling();
  }

  /** While somebody is there to see it. */
  function keepTelling(): void {
    timers.clear('sign');
    if (others.size === 0) return;
    timers.set(
      'sign',
      () => {
        answer();
        keepTelling();
      },
      Math.max(0, saidAt + LOOKING_SAID_MS - monotonic()),
    );
  }

  function forget(accountId: string): void {
    if (!others.delete(accountId)) return;
    draw();
  }

  return {
    ...store,
    at: (conversationId) => {
      if (conversationId === here) return;
      here = conversationId;
      others.clear();
      typedAt = -Infinity;
      timers.clear('answer');
      timers.set('arrival', arrive, LOOKING_FROM_MS);
      draw();
    },
    typed: () => {
      typedAt = monotonic();
      if (here === null || here !== told || others.size === 0) return;
      if (typedAt - saidAt >= WRITING_SAID_MS) say({ doing: 'writing', answers: true }, here);
    },
    toldOfTyping: () => {
      saidAt = monotonic();
    },
    sent: () => {
      typedAt = -Infinity;
    },
    spoke: (accountId) => {
      const signs = others.get(accountId);
      if (!signs || signs.wroteAt === -Infinity) return;
      others.set(accountId, { ...signs, wroteAt: -Infinity });
      draw();
    },
    hear: ({ conversation, by, doing: theirs, answers, left }) => {
      const isLeft = left === here || (conversation === here && theirs === 'left');
      if (here === null || (conversation !== here && !isLeft)) return;
      if (by === viewerId) {
        // Another window of mine: that one has left, this one has not.
        if (isLeft) timers.set('answer', answer, answeredIn(viewerId));
        return;
      }
      if (isLeft) return forget(by);
      const isNew = !others.has(by);
      const now = monotonic();
      others.set(by, { lookedAt: now, wroteAt: theirs === 'writing' ? now : -Infinity });
      if (isNew && !answers) timers.set('answer', answer, answeredIn(viewerId));
      draw();
    },
  };
}

/** Everybody at a moment of their own, the same each time. */
function answeredIn(accountId: string): number {
  let sum = 0;
  for (const character of accountId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % LOOK_ANSWERED_MS;
  return sum;
}

function createTimers<Name extends string>() {
  const running = new Map<Name, ReturnType<typeof setTimeout>>();
  const clear = (name: Name): void => {
    clearTimeout(running.get(name));
    running.delete(name);
  };
  return {
    clear,
    set: (name: Name, what: () => void, ms: number): void => {
      clear(name);
      running.set(name, setTimeout(what, ms));
    },
  };
}
