import type { ChatState } from './chat';
import { deliveryKey, turnKey, type Labels } from './chat-words';
import { element } from './element';
import type { LineTimes } from './line-times';
import type { Unsent } from './outbox';
import type { Line } from './transcript';

const UNSENT: Record<Unsent['state'], string> = {
  sending: 'sending',
  waiting: 'waiting',
  sent: 'sent',
  refused: 'notDelivered',
};

export interface MessageList {
  list: HTMLElement;
  update(chat: ChatState, serverNow: number): void;
}

/** What was said, and what is on its way. Always as text: nothing of it is ever taken for HTML. */
export function createMessageList(labels: Labels, times: LineTimes): MessageList {
  const list = element('ol');
  const items = new Map<unknown, { item: HTMLElement; look: string }>();

  /** What others see by the side and the colour. */
  const own = (): Node => element('p', { className: 'said' }, labels['you'] ?? '');

  function message({ agent, at, text, changed, ...line }: Line, before: Line | undefined): Node[] {
    const name = agent?.name ?? labels['agent'] ?? '';
    const details = [
      changed === 'edited' && labels['edited'],
      !agent && labels[deliveryKey({ ...line, at, text })],
    ];
    const shown =
      changed === 'deleted' ? element('p', { className: 'gone' }, labels['deleted'] ?? '') : said(text);
    const when = element('time', { dateTime: at }, times.time(at));
    const note = element('small', {}, when, ...details.flatMap((detail) => (detail ? [` · ${detail}`] : [])));
    if (!agent) return [own(), shown, note];
    if (before?.agent && before.agent.name === agent.name) return [shown, note];
    return [element('p', { className: 'who' }, avatar(name, agent.avatarUrl), name), shown, note];
  }

  function lineNodes(line: Line, before: Line | undefined, serverNow: number): Node[] {
    const day = times.day(line.at, before?.at, serverNow);
    const turn = (text: string): Node => element('p', { className: 'turn' }, text);
    const nodes =
      line.kind === 'message' ? message(line, day ? undefined : before) : [turn(labels[turnKey(line)] ?? '')];
    return day ? [turn(day), ...nodes] : nodes;
  }

  return {
    list,
    update({ transcript: { lines }, unsent }, serverNow) {
      const wanted = [
        ...lines.map((line, index) => ({
          key: line.clientMessageId ?? line.n,
          isOwn: !line.agent,
          nodes: lineNodes(line, lines[index - 1], serverNow),
        })),
        ...unsent.map(({ id, text, state }) => ({
          key: id,
          isOwn: true,
          nodes: [own(), said(text), element('small', {}, labels[UNSENT[state]] ?? '')],
        })),
      ];
      const keys = new Set<unknown>(wanted.map(({ key }) => key));
      for (const [key, { item }] of items) {
        if (keys.has(key)) continue;
        item.remove();
        items.delete(key);
      }
      // What did not change stays as it is: somebody may be selecting it.
      for (const [index, { key, isOwn, nodes }] of wanted.entries()) {
        const item = items.get(key)?.item ?? element('li', { className: isOwn ? 'own' : 'theirs' });
        const look = nodes.map((node) => node.textContent).join('\n');
        if (look !== items.get(key)?.look) item.replaceChildren(...nodes);
        items.set(key, { item, look });
        if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
      }
    },
  };
}

/** Each message in the direction of its own script. */
const said = (text: string): Node => element('p', { className: 'text', dir: 'auto' }, text);

/** The first letter stays where the site's CSP, or the visitor's connection, does not let the picture in. */
function avatar(name: string, url: string | null): Node {
  const round = element('bdi', { className: 'avatar', ariaHidden: 'true' }, [...name][0] ?? '');
  if (url) {
    const picture = element('img', { alt: '', referrerPolicy: 'no-referrer', src: url });
    picture.onerror = () => picture.remove();
    round.append(picture);
  }
  return round;
}
