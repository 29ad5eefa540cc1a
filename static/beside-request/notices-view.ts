import { element, textButton } from '../ui/element';
import { namedGlyph } from './glyphs';
import type { NoticeLook } from './notices-look';

export type NoticeActs = Record<NoticeLook['kind'], (() => void)[]>;

export interface NoticesView {
  readonly root: HTMLElement;
  draw(looks: NoticeLook[]): void;
}

/** `onSettled`: a question was answered, or a notice dismissed, and the focus with it is gone. */
export function createNoticesView(acts: NoticeActs, onSettled: () => void): NoticesView {
  const root = element('div', { class: 'beside-notices' });
  let drawn = '[]';

  function noticeOf({ kind, sentences, buttons }: NoticeLook): HTMLElement {
    const words = element(
      'div',
      { id: `beside-${kind}` },
      ...sentences.map((each) => element('p', {}, each)),
    );
    const made = buttons.map((text, index) =>
      textButton(text, index === 0 ? 'default' : 'link', () => {
        acts[kind][index]?.();
        onSettled();
      }),
    );
    return element(
      'section',
      {
        class: kind === 'failed' ? 'beside-notice beside-notice-failed' : 'beside-notice',
        role: kind === 'leaving' ? 'alertdialog' : 'alert',
        'data-kind': kind,
        'aria-labelledby': `beside-${kind}`,
      },
      namedGlyph('warning'),
      element('div', {}, words, element('div', { class: 'fd-actions' }, ...made)),
    );
  }

  return {
    root,
    draw(looks) {
      const text = JSON.stringify(looks);
      if (text === drawn) return;
      drawn = text;
      const asked = root.querySelector('[data-kind=leaving]') !== null;
      root.replaceChildren(...looks.map(noticeOf));
      const question = root.querySelector('[data-kind=leaving]');
      // Not a danger, so the answer that was asked for has the focus.
      if (question && !asked) question.querySelector('button')?.focus();
      root.lastElementChild?.scrollIntoView({ block: 'nearest' });
    },
  };
}
