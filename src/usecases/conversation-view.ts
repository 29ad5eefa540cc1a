import type { Conversation, ConversationEvent, DeliveryState } from '../domain/conversation';
import { listedOf } from '../domain/conversation-listing';
import { EVENTS_PER_VIEW } from '../domain/limits';
import type { ConversationMessage, ConversationView } from '../contract/agent-conversation';
import type { Person } from '../domain/person';
import { byMailOf, mayBeConfirmed } from '../domain/visitor-registration';
import type { Ports } from '../ports';
import { accountsOn, inboxRow, isHere, personIn, type RowNeeds } from './inbox-rows';

export type ViewNeeds = RowNeeds & {
  conversations: Pick<Ports['conversations'], 'events' | 'page'>;
  serviceDesk: Pick<Ports['serviceDesk'], 'ways'>;
};

/** Pages that are read until one holds a message: of some events nothing is left to be shown. */
const PAGES_PER_VIEW = 4;

/**
 * A conversation as its agents see it, with the newest page of what was said, or the one before event `before`: one read
 * of storage, one question to Jira for the names, one how it can be resolved.
 */
export async function conversationView(
  ports: ViewNeeds,
  conversation: Conversation,
  before = Infinity,
): Promise<ConversationView> {
  const { rev, issue, ended, visitor, page, locale, context = {} } = conversation;
  const { events, heardAt, earlier } = await pageBefore(ports, conversation, before);
  const authors = events.flatMap((event) =>
    event.kind === 'message' && event.author !== null ? [event.author] : [],
  );
  const [siteUrl, people, ways] = await Promise.all([
    ports.siteUrl(),
    ports.jira.people([...new Set([...authors, ...accountsOn(conversation)])]),
    issue && !ended ? ports.serviceDesk.ways(issue.key) : [],
  ]);
  const now = ports.clock.now();
  const here = new Set(isHere(heardAt, now) ? [conversation.id] : []);
  return {
    now: new Date(now).toISOString(),
    rev,
    row: inboxRow(listedOf(conversation), { siteUrl, people, here }),
    email: visitor.email,
    byMail: byMailOf(conversation),
    canConfirm: mayBeConfirmed(conversation),
    page,
    locale,
    context,
    messages: messagesOf(conversation, events, people),
    earlier,
    corrected: latestOf(events, earlier ?? 0),
    canResolve: ways.length > 0,
    ways,
  };
}

interface EventsPage {
  events: ConversationEvent[];
  heardAt: number | null;
  earlier: number | null;
}

async function pageBefore(
  { conversations }: Pick<ViewNeeds, 'conversations'>,
  { id, n, failed }: Conversation,
  before: number,
): Promise<EventsPage> {
  let to = Math.min(n, before - 1);
  const later = failed === undefined && to < n ? await conversations.events(id, to + 1, n) : [];
  for (let pages = 1; ; pages++) {
    const from = Math.max(1, to - EVENTS_PER_VIEW + 1);
    const { events, heardAt } = await conversations.page(id, from, to);
    if (from === 1 || pages === PAGES_PER_VIEW || events.some(({ kind }) => kind === 'message'))
      // Of a chat that began before its record said it, only what happened since tells how the messages are.
      return {
        events: [...events, ...later.filter(({ kind }) => kind !== 'message')],
        heardAt,
        earlier: from === 1 ? null : from,
      };
    later.unshift(...(failed === undefined ? events : []));
    to = from - 1;
  }
}

/** The messages of a page as they are now. */
function messagesOf(
  conversation: Conversation,
  events: ConversationEvent[],
  people: ReadonlyMap<string, Person>,
): ConversationMessage[] {
  const edited = editedIn(conversation);
  const messages = new Map<number, ConversationMessage>();
  for (const event of events) {
    if (event.kind === 'message') {
      const { n, from, author, text, gone = false } = event;
      messages.set(n, {
        n,
        at: new Date(event.at).toISOString(),
        from,
        agent: author === null ? null : personIn(people, author),
        text,
        edited: !gone && (event.edited ?? edited.has(n)),
        deleted: gone,
        delivery: deliveryOf(conversation, event),
      });
    } else if ('of' in event) {
      const message = messages.get(event.of);
      if (!message) continue;
      if (event.kind === 'edited') {
        if (!message.deleted) Object.assign(message, { text: event.text, edited: true });
      } else if (event.kind === 'deleted') Object.assign(message, { text: '', deleted: true });
      else if (conversation.failed === undefined) message.delivery = event.kind;
    }
  }
  // As they were written: what was heard of late comes where it belongs.
  return [...messages.values()].sort((a, b) => a.at.localeCompare(b.at) || a.n - b.n);
}

/** The number of the last event that tells of a message before `from`; 0: none does. */
const latestOf = (events: ConversationEvent[], from: number): number =>
  Math.max(0, ...events.flatMap((event) => ('of' in event && event.of < from ? [event.n] : [])));

/** Messages of the present request that read otherwise once. */
const editedIn = ({ comments, raised }: Conversation): ReadonlySet<number> =>
  new Set(
    [...Object.values(comments), ...(raised ? [raised] : [])].flatMap(({ n, edit }) =>
      edit === undefined ? [] : [n],
    ),
  );

function deliveryOf(
  { pending, failed }: Conversation,
  { n, from, clientMessageId }: Extract<ConversationEvent, { kind: 'message' }>,
): DeliveryState {
  // What was written in Jira is there.
  if (from !== 'visitor' || (failed && clientMessageId === null)) return 'delivered';
  if (!failed || pending.some((each) => each.n === n)) return 'stored';
  return failed.includes(n) ? 'failed' : 'delivered';
}
