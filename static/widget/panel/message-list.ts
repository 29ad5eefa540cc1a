import { linkParts, type TextPart } from '../../../src/domain/link-parts';
import type { ConversationState } from '../conversation/conversation';
import { deliveryKey, turnKey, unsentKey, type Labels } from './panel-words';
import { element } from './element';
import { createLineTimes } from './line-times';
import type { Line } from '../conversation/transcript';

/** A line as it is to look. */
interface Look {
  /** Own messages keep theirs on the way from the outbox into the transcript. */
  key: unknown;
  day: string;
  /** The chat's own words, instead of a message. */
  turn?: string;
  /** Absent: the visitor's own. */
  agent?: Line['agent'];
  /** The one before is of the same agent. */
  goesOn?: boolean;
  text: string;
  gone?: boolean;
  at?: string;
  notes: (string | undefined)[];
}

export interface MessageList {
  list: HTMLElement;
  update(conversation: ConversationState, serverNow: number): void;
}

/** What was said, and what is on its way. As text, with links: nothing of it is ever taken for HTML. Times are in the words of `locale`. */
export function createMessageList(labels: Labels, locale: string): MessageList {
  const times = createLineTimes(locale);
  const list = element('ol');
  const items = new Map<unknown, { item: HTMLElement; drawn: string }>();

  function lookOf(line: Line, before: Line | undefined, serverNow: number): Look {
    const { n, at, agent, changed, clientMessageId } = line;
    const day = times.day(at, before?.at, serverNow);
    const look = { key: clientMessageId ?? n, day, agent, at, notes: [] };
    if (line.kind !== 'message') return { ...look, turn: labels[turnKey(line)] ?? '', text: '' };
    const isGone = changed === 'deleted';
    return {
      ...look,
      goesOn: !day && !!before?.agent && before.agent.name === agent?.name,
      text: isGone ? (labels['deleted'] ?? '') : line.text,
      gone: isGone,
      notes: [changed === 'edited' ? labels['edited'] : '', agent ? '' : labels[deliveryKey(line)]],
    };
  }

  function nodesOf({ day, turn, agent, goesOn, text, gone, at, notes }: Look): Node[] {
    const nodes: Node[] = [day, turn].flatMap((words) =>
      words ? [element('p', { className: 'turn' }, words)] : [],
    );
    if (turn !== undefined) return nodes;
    const name = agent?.name ?? labels['agent'] ?? '';
    // The visitor's own are told by the side and the colour, and by a word for those who do not see them.
    if (!agent) nodes.push(element('p', { className: 'said' }, labels['you']));
    else if (!goesOn) nodes.push(element('p', { className: 'who' }, initial(name), name));
    // Each in the direction of its own script.
    nodes.push(element('p', { className: gone ? 'gone' : 'text', dir: 'auto' }, ...linked(linkParts(text))));
    const words = [at && times.time(at), ...notes].filter(Boolean).join(' · ');
    return [...nodes, element('small', {}, words)];
  }

  return {
    list,
    update({ transcript: { lines }, unsent }, serverNow) {
      const looks: Look[] = [
        ...lines.map((line, index) => lookOf(line, lines[index - 1], serverNow)),
        ...unsent.map(({ id, text, state }) => ({
          key: id,
          day: '',
          text,
          // A page that was opened before an update has the words of the version before.
          notes: [labels[unsentKey(state)] ?? labels['notDelivered']],
        })),
      ];
      const keys = new Set(looks.map(({ key }) => key));
      for (const [key, { item }] of items) {
        if (!keys.has(key) && items.delete(key)) item.remove();
      }
      for (const [index, look] of looks.entries()) {
        const known = items.get(look.key);
        const item = known?.item ?? element('li', { className: look.agent ? 'theirs' : 'own' });
        // What did not change stays as it is: somebody may be selecting it.
        const drawn = JSON.stringify(look);
        if (drawn !== known?.drawn) item.replaceChildren(...nodesOf(look));
        items.set(look.key, { item, drawn });
        if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
      }
    },
  };
}

/** Web addresses as links, everything else as text. A page that is opened learns nothing of this one. */
const linked = (parts: TextPart[]): (Node | string)[] =>
  parts.map((part) =>
    part.href === undefined
      ? part.text
      : element('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, part.text),
  );

/** In place of a picture: its address would tell visitors the agent's account. */
const initial = (name: string): Node =>
  element('bdi', { className: 'avatar', ariaHidden: 'true' }, [...name][0] ?? '');
