import type { ConversationMessage, ConversationView } from '../../../src/contract/agent-conversation';

/**
 * The newest page of a chat, and the earlier ones that were loaded before it: they stay as long as nothing is missing
 * between. With so much news that something may be, the newest page alone is drawn, and the rest is loaded again.
 */
export function keepingEarlier(shown: ConversationView | null, newest: ConversationView): ConversationView {
  const { earlier: from } = newest;
  if (!shown || from === null) return newest;
  const kept = shown.messages.filter(({ n }) => n < from);
  const isWhole = Math.max(0, ...shown.messages.map(({ n }) => n)) >= from - 1;
  if (kept.length === 0 || !isWhole) return newest;
  return { ...newest, messages: inOrder([...kept, ...newest.messages]), earlier: shown.earlier };
}

/**
 * With earlier pages as they are now, in the place of what is shown of them. `renewed` has them, and the newest page with
 * the messages from `from` on. Not whole: what is before them is not known now, and is not shown either.
 */
export function withRenewed(
  shown: ConversationView,
  renewed: ConversationView,
  from: number,
  isWhole: boolean,
): ConversationView {
  const to = renewed.earlier ?? 0;
  const kept = shown.messages.filter(({ n }) => n >= from || (isWhole && n < to));
  const again = renewed.messages.filter(({ n }) => n < from);
  return {
    ...shown,
    messages: inOrder([...kept, ...again]),
    earlier: isWhole ? shown.earlier : renewed.earlier,
  };
}

/** With an earlier page above what is shown. */
export const withEarlier = (shown: ConversationView, page: ConversationView): ConversationView => ({
  ...shown,
  messages: inOrder([...page.messages, ...shown.messages.filter(({ n }) => !isOn(page, n))]),
  earlier: page.earlier,
});

const isOn = ({ messages }: ConversationView, n: number): boolean => messages.some((each) => each.n === n);

/** As they were written: what was heard of late comes where it belongs. */
const inOrder = (messages: ConversationMessage[]): ConversationMessage[] =>
  messages.sort((a, b) => a.at.localeCompare(b.at) || a.n - b.n);
