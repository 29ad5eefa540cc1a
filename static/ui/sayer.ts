import { element } from './element';

export interface Sayer {
  readonly root: HTMLElement;
  /** Says `text` whenever `key` becomes another, each topic by itself; null: not now. What is there at first is read, not said. */
  say(topic: string, key: string | null, text: string): void;
}

/** Says a change to screen readers, politely, without moving the focus. */
export function createSayer(): Sayer {
  const root = element('div', { class: 'fd-hidden', role: 'status', 'aria-live': 'polite' });
  const said = new Map<string, string>();
  return {
    root,
    say(topic, key, text) {
      const before = said.get(topic);
      if (key === null || key === before) return;
      said.set(topic, key);
      // A new element for each saying, or the same text twice in a row would be said once.
      if (before !== undefined && text !== '') root.replaceChildren(element('p', {}, text));
    },
  };
}
