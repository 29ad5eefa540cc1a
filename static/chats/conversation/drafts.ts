import { browserStore, type BrowserStore } from '../../app/browser/browser-store';

export type DraftKind = 'reply' | 'note';
/** And the note of a hand-over. */
type KeptKind = DraftKind | 'hand-over';

/** What was typed and not sent, per conversation: a reply and a note apart, so that one never becomes the other. */
export interface Drafts {
  read(conversationId: string, kind: KeptKind): string;
  write(conversationId: string, kind: KeptKind, text: string): void;
  /** Its field has the focus: what another tab writes does not come in between. Null: no field has. */
  hold(held: { conversationId: string; kind: KeptKind } | null): void;
  /** False: the browser does not keep this one, and it goes with the page. */
  isKept(conversationId: string, kind: KeptKind): boolean;
  /** Is there any such? */
  hasUnkept(): boolean;
  subscribe(listener: () => void): () => void;
}

/** Milliseconds after which a draft that nobody touched goes, and as many as a browser keeps. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
const KEPT_DRAFTS = 100;

const PREFIX = 'frontdesk.draft.';

interface Draft {
  text: string;
  /** When it was typed, epoch ms: of two tabs the newer one counts. */
  at: number;
}

export interface DraftsOptions {
  store?: BrowserStore;
  /** Where the version before kept replies, for as long as the tab lived. */
  before?: BrowserStore;
  /** Epoch ms, the same for all tabs. */
  now: () => number;
  /** Tells of what other tabs of this browser store: its key. */
  onOtherTab?: (listener: (key: string) => void) => void;
}

const storageEvents = (listener: (key: string) => void): void =>
  window.addEventListener('storage', ({ key }) => {
    if (key !== null) listener(key);
  });

/** Kept in the browser, by account, or where that is denied for as long as the page lives. */
export function createDrafts(
  accountId: string,
  {
    store = browserStore('localStorage'),
    before = browserStore('sessionStorage'),
    now,
    onOtherTab = storageEvents,
  }: DraftsOptions,
): Drafts {
  const memory = new Map<string, Draft>();
  const unkept = new Set<string>();
  const listeners = new Set<() => void>();
  let held: string | null = null;
  const keyOf = (conversationId: string, kind: KeptKind): string =>
    `${PREFIX}${accountId}.${conversationId}.${kind}`;
  const tell = (): void => listeners.forEach((listener) => listener());

  /** In another tab something newer was typed, or sent: that counts, except in a field that is being typed in. */
  function adopt(key: string): void {
    if (key === held || unkept.has(key)) return;
    const mine = memory.get(key);
    const theirs = parse(store.read(key));
    if (mine && theirs && theirs.at < mine.at) return;
    if (memory.delete(key)) tell();
    else if (key.startsWith(PREFIX)) tell();
  }

  prune(store, now());
  onOtherTab(adopt);

  return {
    read(conversationId, kind) {
      const key = keyOf(conversationId, kind);
      const known = memory.get(key) ?? parse(store.read(key));
      if (known || kind === 'note') return known?.text ?? '';
      return before.read(`${PREFIX}${accountId}.${conversationId}`) ?? '';
    },
    write(conversationId, kind, text) {
      const key = keyOf(conversationId, kind);
      const draft = { text, at: now() };
      memory.set(key, draft);
      const isKept = store.write(key, text === '' ? null : JSON.stringify(draft));
      if (isKept || text === '') unkept.delete(key);
      else unkept.add(key);
      if (kind === 'reply') before.write(`${PREFIX}${accountId}.${conversationId}`, null);
      tell();
    },
    hold(place) {
      const letGo = held;
      held = place && keyOf(place.conversationId, place.kind);
      if (letGo !== null && letGo !== held) adopt(letGo);
    },
    isKept: (conversationId, kind) => !unkept.has(keyOf(conversationId, kind)),
    hasUnkept: () => unkept.size > 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function parse(stored: string | null): Draft | null {
  try {
    const draft: unknown = JSON.parse(stored ?? 'null');
    const isDraft = typeof draft === 'object' && draft !== null && 'text' in draft && 'at' in draft;
    return isDraft && typeof draft.text === 'string' && typeof draft.at === 'number'
      ? { text: draft.text, at: draft.at }
      : null;
  } catch {
    return null;
  }
}

/** Of whoever works in this browser: the old ones, and the oldest of too many. */
function prune(store: BrowserStore, now: number): void {
  const drafts = store
    .keys(PREFIX)
    .map((key) => ({ key, at: parse(store.read(key))?.at ?? 0 }))
    .sort((a, b) => b.at - a.at);
  for (const [index, { key, at }] of drafts.entries())
    if (index >= KEPT_DRAFTS || now - at > KEPT_MS) store.write(key, null);
}
