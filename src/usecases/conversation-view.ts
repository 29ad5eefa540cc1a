import type { Conversation, ConversationEvent } from '../domain/conversation';
import type { ConversationMessage, ConversationView } from '../contract/agent-conversation';
import type { Person } from '../domain/person';
import { byMailOf, mayBeConfirmed } from '../domain/visitor-registration';
import type { Ports } from '../ports';
import { accountsOn, hereNow, inboxRow, personIn, type RowNeeds } from './inbox-rows';

export type ViewNeeds = RowNeeds & {
  conversations: Pick<Ports['conversations'], 'events'>;
  serviceDesk: Pick<Ports['serviceDesk'], 'ways'>;
};

/** A conversation as its agents see it: one question to Jira for the names, one how it can be resolved. */
export async function conversationView(
  ports: ViewNeeds,
  conversation: Conversation,
): Promise<ConversationView> {
  const { id, n, rev, issue, ended, visitor, page, locale } = conversation;
  const events = await ports.conversations.events(id, 1, n);
  const authors = events.flatMap((event) =>
    event.kind === 'message' && event.author !== null ? [event.author] : [],
  );
  const [siteUrl, people, here, ways] = await Promise.all([
    ports.siteUrl(),
    ports.jira.people([...new Set([...authors, ...accountsOn(conversation)])]),
    hereNow(ports, [conversation]),
    issue && !ended ? ports.serviceDesk.ways(issue.key) : [],
  ]);
  return {
    now: new Date(ports.clock.now()).toISOString(),
    rev,
    row: inboxRow(conversation, { siteUrl, people, here }),
    email: visitor.email,
    byMail: byMailOf(conversation),
    canConfirm: mayBeConfirmed(conversation),
    page,
    locale,
    messages: messagesOf(events, people),
    earlier: null,
    canResolve: ways.length > 0,
    ways,
  };
}

/** The messages as they are now: what happened to them since is applied. */
function messagesOf(events: ConversationEvent[], people: ReadonlyMap<string, Person>): ConversationMessage[] {
  const messages = new Map<number, ConversationMessage>();
  for (const event of events) {
    if (event.kind === 'message') {
      const { n, from, author, text } = event;
      messages.set(n, {
        n,
        at: new Date(event.at).toISOString(),
        from,
        agent: author === null ? null : personIn(people, author),
        text,
        edited: false,
        deleted: event.gone ?? false,
        delivery: from === 'visitor' ? 'stored' : 'delivered',
      });
    } else if ('of' in event) {
      const message = messages.get(event.of);
      if (!message) continue;
      if (event.kind === 'edited') {
        if (!message.deleted) Object.assign(message, { text: event.text, edited: true });
      } else if (event.kind === 'deleted') Object.assign(message, { text: '', deleted: true });
      else message.delivery = event.kind;
    }
  }
  // As they were written: what was heard of late comes where it belongs.
  return [...messages.values()].sort((a, b) => a.at.localeCompare(b.at) || a.n - b.n);
}
