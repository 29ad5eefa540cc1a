import { assignedTo, type Conversation } from './conversation';
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
    ...assignedTo(conversation, assignee === accountId ? null : assignee),
    visitor: isVisitor ? { ...visitor, name: null, email: null, accountId: null } : visitor,
    authors: authors.filter((id) => id !== accountId),
    last: last.author === accountId ? { ...last, author: null } : last,
    ...(registration?.by === accountId && { registration: { ...registration, by: null } }),
  });
}

/** All that was said, and by whom, out of the record itself; the events have records of their own. */
export function withoutWords(conversation: Conversation, now: number): Step {
  const { raised: _raised, registration: _registration, visitor, last, ...rest } = conversation;
  return changed({
    ...rest,
    visitor: { kind: visitor.kind, name: null, email: null, accountId: null },
    page: null,
    pending: [],
    comments: {},
    authors: [],
    assignee: null,
    firstLine: '',
    last: { ...last, author: null, line: '' },
    erasedAt: now,
  });
}
