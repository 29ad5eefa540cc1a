import { element } from '../../ui/element';
import type { Texts } from '../../app/texts';
import { spaceWords, type GapWords, type SpaceWords, type WallMark } from './space-words';
import { wallIcon } from './wall-icon';
import type { WallState } from './wall-session';

export interface WallView {
  draw(state: WallState, now: number): void;
}

/** Draws the wall into `root`, anew whenever something reads differently. */
export function createWallView(
  root: HTMLElement,
  texts: Texts,
  { showNames }: { showNames: boolean },
): WallView {
  const { t } = texts;
  const page = element('main', { class: 'wall', 'aria-busy': 'true' });
  // Stays, so that it is read out: once when the wall stops being current, once when it is again.
  const news = element('p', { class: 'fd-hidden', role: 'status' });
  root.replaceChildren(page, news);
  let drawn = '';
  let wasStale = false;

  return {
    draw({ spaces, heardAt, failure }, now) {
      if (spaces === null && failure === 'none') return;
      const cards = spaces?.map((space) => spaceWords(texts, space, { now, heardAt, showNames }));
      const sentence = t(failure === 'refused' ? 'wall.logIn' : 'wall.neverUpdated');
      const reads = JSON.stringify(cards ?? sentence);
      if (reads === drawn) return;
      drawn = reads;
      page.removeAttribute('aria-busy');
      page.replaceChildren(
        ...(cards?.map((card, index) => cardOf(texts, card, `space-${String(index)}`)) ?? [
          element('p', { class: 'wall-sentence', role: 'status' }, sentence),
        ]),
      );
      const stale = cards?.find((card) => isStale(card));
      if (Boolean(stale) === wasStale) return;
      wasStale = Boolean(stale);
      news.textContent = stale && 'foot' in stale ? stale.foot.text : t('team.currentAgain');
    },
  };
}

const isStale = (card: SpaceWords | GapWords): boolean => 'online' in card && card.online.mark === 'unknown';

function cardOf(texts: Texts, card: SpaceWords | GapWords, id: string): HTMLElement {
  const title = element('h2', { id }, card.title);
  if ('sentence' in card)
    return element(
      'section',
      { class: 'wall-space', 'aria-labelledby': id },
      title,
      element('p', { class: 'wall-sentence' }, card.sentence),
    );
  const { waiting, online, foot } = card;
  const { t } = texts;
  return element(
    'section',
    { class: isStale(card) ? 'wall-space wall-old' : 'wall-space', 'aria-labelledby': id },
    title,
    element(
      'dl',
      { class: 'wall-figures' },
      figure(
        t('wall.waiting'),
        element(
          'dd',
          { class: waiting.isLate ? 'wall-count wall-late' : 'wall-count' },
          ...(waiting.isLate ? [wallIcon('clock')] : []),
          waiting.count,
        ),
        lines(waiting.lines, waiting.isLate ? 'wall-line wall-late' : 'wall-line'),
      ),
      figure(
        t('wall.online'),
        element('dd', { class: 'wall-count' }, mark(online.mark), online.count),
        lines(online.names, 'wall-line'),
        lines(online.lines, 'wall-line wall-told'),
      ),
    ),
    element(
      'p',
      { class: 'wall-foot' },
      foot.mark === 'warning' ? wallIcon('warning') : mark(foot.mark),
      element('span', {}, foot.text),
    ),
  );
}

const figure = (name: string, ...parts: Node[]): HTMLElement =>
  element('div', {}, element('dt', {}, name), ...parts);

const lines = (texts: string[], className: string): Node => {
  const made = document.createDocumentFragment();
  made.append(...texts.map((text) => element('dd', { class: className }, text)));
  return made;
};

/** The shape says it; words beside it say it, too. */
const mark = (name: WallMark): HTMLElement =>
  element('span', { class: `wall-mark wall-mark-${name}`, 'aria-hidden': 'true' });
