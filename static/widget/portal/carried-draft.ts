import type { DraftText } from '../conversation/draft';
import type { Store } from '../browser/environment';
import { SINCE_BEFORE } from '../contract';

/** Logging in takes minutes at most. Later, whoever uses this tab may be somebody else. */
const KEPT_MS = 10 * 60_000;

/** What an anonymous visitor typed goes with them when they log in: what is stored is named after who they are. */
export interface CarriedDraft {
  /** The visitor leaves for the login. False: nothing can be kept, so that the page must stay. */
  leave(): boolean;
  /** Somebody has come. What was left is theirs if they are logged in now; nobody gets it twice. True: it was. */
  arrive(): boolean;
}

interface CarriedDraftOptions {
  session: Store | undefined;
  /** Names the portal, whoever is there. */
  place: string;
  /** Names what is stored of this visitor. */
  name: string;
  isLoggedIn: boolean;
  /** Milliseconds, on a clock that the pages of a browser share. */
  now(): number;
}

export function createCarriedDraft(options: CarriedDraftOptions): CarriedDraft {
  const { session, place, name, isLoggedIn, now } = options;
  const key = `${place}:carried`;

  return {
    leave() {
      try {
        // What somebody with an account typed is theirs, and waits for them.
        const text = isLoggedIn ? '' : textOf(session?.getItem(`${name}:draft`));
        session?.setItem(key, JSON.stringify({ at: now(), from: name, text }));
        return session !== undefined;
      } catch {
        return false;
      }
    },
    arrive() {
      const { at, from, text: left } = read(session?.getItem(key));
      if (!session || typeof at !== 'number' || typeof from !== 'string' || typeof left !== 'string')
        return false;
      session.removeItem(key);
      const age = now() - at;
      if (!isLoggedIn || !(age >= 0 && age < KEPT_MS)) return false;
      // Name and address are known now, and nobody who comes to this tab later is to find them.
      session.removeItem(`${from}:draft`);
      session.removeItem(`${from}:open`);
      const own = textOf(session.getItem(`${name}:draft`));
      const text = [left, own].filter(Boolean).join('\n\n');
      session.setItem(`${name}:draft`, JSON.stringify({ text } satisfies Partial<DraftText>));
      session.setItem(`${name}:open`, SINCE_BEFORE);
      return true;
    },
  };
}

const textOf = (draft: string | null | undefined): string => {
  const { text } = read(draft);
  return typeof text === 'string' ? text : '';
};

/** What is broken has no members. */
function read(stored: string | null | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(stored ?? 'null')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
