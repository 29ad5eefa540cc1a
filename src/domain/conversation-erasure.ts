import { assignedTo, type Conversation } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';

type Naming = Pick<
  Conversation,
  'visitor' | 'assignee' | 'authors' | 'last' | 'registration' | 'blocked' | 'lookalikes'
>;

/** Everybody with an account who is named in the conversation itself. */
export function accountsIn(conversation: Naming): string[] {
  const { visitor, assignee, authors, last, registration, blocked, lookalikes = [] } = conversation;
  const decided = [registration?.by ?? null, blocked?.by ?? null];
  const all = [visitor.accountId, assignee, last.author, ...decided, ...authors, ...lookalikes];
  return [...new Set(all.filter((id) => id !== null))];
}

/** A closed account leaves no trace; who it was as a visitor goes with it. */
export function removeAccount(conversation: Conversation, accountId: string): Step {
  if (!accountsIn(conversation).includes(accountId)) return unchanged(conversation);
  const { context: _said, ...rest } = conversation;
  const { visitor, assignee, authors, last, registration, blocked, lookalikes } = conversation;
  const isVisitor = visitor.accountId === accountId;
  return changed({
    // What the page said is about them.
    ...assignedTo(isVisitor ? rest : conversation, assignee === accountId ? null : assignee),
    visitor: isVisitor ? { ...visitor, name: null, email: null, accountId: null } : visitor,
    authors: authors.filter((id) => id !== accountId),
    last: last.author === accountId ? { ...last, author: null } : last,
    ...(lookalikes && { lookalikes: lookalikes.filter((id) => id !== accountId) }),
    ...(registration?.by === accountId && { registration: { ...registration, by: null } }),
    ...(blocked?.by === accountId && { blocked: { ...blocked, by: null } }),
  });
}

/** All that was said, and by whom, out of the record itself; the events have records of their own. */
export function withoutWords(conversation: Conversation, now: number): Step {
  const { raised: _r, registration: _p, lookalikes: _l, subject: _s, queued: _q, ...known } = conversation;
  const { context: _c, ...others } = known;
  const { visitor, last, blocked, ...rest } = others;
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
    ...(blocked && { blocked: { ...blocked, reason: null } }),
    erasedAt: now,
  });
}
