import type { Texts } from '../app/texts';
import { element, textButton } from '../ui/element';
import type { ChatLook, Fact } from './chat-look';
import { namedGlyph, type GlyphName } from './glyphs';

export interface ChatView {
  readonly root: HTMLElement;
  /** Null: there is no chat to show. */
  draw(look: ChatLook | null, company: string): void;
}

const GLYPHS: Partial<Record<ChatLook['state'], GlyphName>> = {
  waiting: 'clock',
  late: 'clock',
  ended: 'done',
  stopped: 'warning',
};

export function createChatView({ t }: Texts, onOpen: () => void): ChatView {
  const icon = element('span', { class: 'beside-icon' });
  const title = element('h2', { id: 'beside-chat' });
  const after = element('p', { class: 'fd-small fd-subtle' });
  const facts = element('ul', { class: 'beside-facts fd-small' });
  const at = element('p', { class: 'beside-company fd-small', role: 'status' });
  const open = textButton(t('beside.openChat'), 'default', onOpen);
  const root = element(
    'section',
    { class: 'beside-part', 'aria-labelledby': 'beside-chat', hidden: '' },
    element('div', { class: 'beside-title' }, icon, title),
    facts,
    after,
    at,
    element('div', { class: 'fd-actions' }, open),
  );
  let drawn = 'null';
  function clear(): void {
    title.textContent = '';
    facts.replaceChildren();
  }
  return {
    root,
    draw(look, company) {
      if (at.textContent !== company) at.textContent = company;
      at.hidden = company === '';
      root.hidden = look === null;
      // Nothing else than what changed: a selection in the words stays, and the focus.
      const text = JSON.stringify(look);
      if (text === drawn) return;
      drawn = text;
      // What may not be seen any more is not kept either.
      if (!look) return clear();
      const name = GLYPHS[look.state];
      root.dataset.state = look.state;
      icon.replaceChildren(...(name ? [namedGlyph(name)] : []));
      title.textContent = look.title;
      after.textContent = look.after;
      after.hidden = look.after === '';
      facts.replaceChildren(...look.facts.map(factItem));
      open.textContent = look.open;
      open.className = `fd-button fd-button-${look.isMain ? 'primary' : 'default'}`;
    },
  };
}

const factItem = ({ mark, text }: Fact): HTMLLIElement =>
  element('li', {}, ...(mark === null ? [] : [markOf(mark)]), element('span', {}, text));

function markOf(mark: NonNullable<Fact['mark']>): Node {
  if (mark === 'unsure' || mark === 'warning') return namedGlyph(mark);
  return element('span', {
    class: mark === 'here' ? 'fd-dot fd-dot-online' : 'fd-dot',
    'aria-hidden': 'true',
  });
}
