import type { Store } from '../browser/environment';

/** What the visitor has typed and not sent yet. Kept over page loads, so that it is never lost. */
export interface DraftText {
  text: string;
  name: string;
  email: string;
}

export interface Draft {
  now(): DraftText;
  change(to: Partial<DraftText>): void;
  /** Was anything typed since the page was loaded? */
  isTyped(): boolean;
  /** A text that cannot be sent stands before what was typed since. */
  putBack(text: string): void;
}

export function createDraft(session: Store | undefined, key: string): Draft {
  const saved = JSON.parse(session?.getItem(key) ?? '{}') as Partial<DraftText>;
  let typed = false;
  let draft: DraftText = { text: '', name: '', email: '', ...saved };
  function change(to: Partial<DraftText>): void {
    typed = true;
    draft = { ...draft, ...to };
    session?.setItem(key, JSON.stringify(draft));
  }
  return {
    now: () => draft,
    change,
    isTyped: () => typed,
    putBack: (text) => change({ text: [text, draft.text].filter(Boolean).join('\n\n') }),
  };
}
