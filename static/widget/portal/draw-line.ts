import { element, say } from '../panel/element';
import type { LineNews } from './line-news';
import { LINE, LINE_IS_THERE, OPEN_CHAT, type FrameBus } from './line-teller';

const LOOKS: ReadonlySet<unknown> = new Set<LineNews['look']>([
  'online',
  'offline',
  'expected',
  'closed',
  'unknown',
]);

/** One line in the portal's head: shape, words, and a button that opens the chat below. It asks nothing itself. */
export function drawLine(bus: FrameBus, place: HTMLElement): void {
  const mark = element('i', { ariaHidden: 'true' });
  const words = element('strong');
  const message = element('span');
  const button = element('button', { type: 'button', onclick: () => void bus.emit(OPEN_CHAT) });
  const status = element('p', { role: 'status' }, words, ' ', message);
  const line = element('div', { className: 'line' }, mark, element('div', {}, status, ' ', button));

  const isThere = (): void => void bus.emit(LINE_IS_THERE);
  const hear = (heard: unknown): void => {
    const news = heard as LineNews | null;
    if (!news || !LOOKS.has(news.look)) return line.remove();
    mark.className = `mark ${news.look}`;
    say(words, news.words);
    say(message, news.message);
    say(button, news.action);
    if (line.isConnected) return;
    place.append(line);
    // The footer's frame may not have been there to hear it before.
    isThere();
  };
  void Promise.resolve(bus.on(LINE, hear)).then(isThere);
}
