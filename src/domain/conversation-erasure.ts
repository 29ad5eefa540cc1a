import type { Conversation } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';

/** Everybody with an account who is named in the conversation itself. */
export const accountsIn = ({ visitor, assignee, authors, last, registration }: Conversation): string[] => [
  ...new Set(
    [visitor.accountId, assignee, ...authors, last.author, registration?.by ?? null].filter(
      (id) => id !== null,
    ),
  ),
];

/** A closed account leaves no trace; who it was as a visitor goes with it. */
export function removeAccount(conversation: Conversation, accountId: string): Step {
  if (!accountsIn(conversation).includes(accountId)) return unchanged(conversation);
  const { visitor, assignee, authors, last, registration } = conversation;
  const isVisitor = visitor.accountId === accountId;
  return changed({
    ...conversation,
    visitor: isVisitor ? { ...visitor, name: null, email: null, accountId: null } : visitor,
    assignee: assignee === accountId ? null : assignee,
    authors: authors.filter((id) => id !== accountId),
    last: last.author === accountId ? { ...last, author: null } : last,
    ...(registration?.by === accountId && { registration: { ...registration, by: null } }),
  });
}
