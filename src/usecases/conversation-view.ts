import {
  isFollowed,
  type Conversation,
  type ConversationEvent,
  type DeliveryState,
} from '../domain/conversation';
import { listedOf } from '../domain/conversation-listing';
import { EVENTS_PER_VIEW } from '../domain/limits';
import type { ConversationMessage, ConversationNote, ConversationView } from '../contract/agent-conversation';
import type { Person } from '../domain/person';
import type { StartPromise } from '../domain/start-promise';
import { byMailOf, mayBeConfirmed } from '../domain/visitor-registration';
import type { RequestComment } from '../domain/service-request';
import { PlatformFault, type Ports } from '../ports';
import { accountsOn, inboxRow, isHere, personIn, type RowNeeds } from './inbox-rows';

export type ViewNeeds = RowNeeds & {
  conversations: Pick<Ports['conversations'], 'events' | 'page'>;
  serviceDesk: Pick<Ports['serviceDesk'], 'ways' | 'notesOf'>;
};

/** Pages that are read until one holds a message: of some events nothing is left to be shown. */
const PAGES_PER_VIEW = 4;

/**
 * A conversation as its agents see it, with the newest page of what was said, or the one before event `before`: one read
 * of storage, one question to Jira for the names, one how it can be resolved; of a chat with internal notes one more,
 * unless this process has read those that there are.
 */
export async function conversationView(
  ports: ViewNeeds,
  conversation: Conversation,
  before = Infinity,
): Promise<ConversationView> {
  const { rev, issue, ended, visitor, page, locale, context = {}, promised } = conversation;
  const { events, heardAt, earlier } = await pageBefore(ports, conversation, before);
  const authors = events.flatMap((event) =>
    event.kind === 'message' && event.author !== null ? [event.author] : [],
  );
  const [siteUrl, ways, notes] = await Promise.all([
    ports.siteUrl(),
    issue && !ended ? ports.serviceDesk.ways(issue.key) : [],
    before === Infinity ? notesIn(ports, conversation) : [],
  ]);
  const noting = (notes ?? []).map(({ author }) => author.accountId);
  const people = await ports.jira.people([...new Set([...authors, ...noting, ...accountsOn(conversation)])]);
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
    ...(promised && { promised: promisedIn(promised) }),
    messages: messagesOf(conversation, events, people).filter(
      ({ n, deleted }) => !deleted || !becameNote(events, notes ?? [], n),
    ),
    notes: notes && notes.map((note) => noteIn(people, note)),
    earlier,
    corrected: latestOf(events, earlier ?? 0),
    canResolve: ways.length > 0,
    ways,
  };
}

const promisedIn = ({ state, until, nextOnlineAt }: StartPromise): ConversationView['promised'] => ({
  state,
  until: isoOf(until),
  nextOnlineAt: isoOf(nextOnlineAt),
});

const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Null: Jira does not say. */
async function notesIn(
  { serviceDesk }: Pick<ViewNeeds, 'serviceDesk'>,
  conversation: Conversation,
): Promise<RequestComment[] | null> {
  const { issue, notes } = conversation;
  if (!issue || !notes || notes.mark === '' || !isFollowed(conversation)) return [];
  try {
    return (await serviceDesk.notesOf(issue.id, notes.mark)).notes;
  } catch (fault) {
    // What was said to the customer is shown all the same.
    if (fault instanceof PlatformFault) return null;
    throw fault;
  }
}

const noteIn = (
  people: ReadonlyMap<string, Person>,
  { id, author: { accountId, kind }, text, createdAt, updatedAt }: RequestComment,
): ConversationNote => ({
  id,
  at: new Date(createdAt).toISOString(),
  agent: kind === 'app' ? null : personIn(people, accountId),
  text,
  edited: updatedAt > createdAt,
});

/**
 * A reply that was made internal in Jira is gone for the customer only: its note says what it says. A comment keeps its
 * author and when it was written.
 */
const becameNote = (events: ConversationEvent[], notes: RequestComment[], of: number): boolean =>
  events.some(
    (event) =>
      event.kind === 'message' &&
      event.n === of &&
      notes.some(
        ({ createdAt, author }) =>
          createdAt === event.at && (event.author === null || event.author === author.accountId),
      ),
  );

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
  const isJiras = clientMessageId === null && (failed !== undefined || from !== 'visitor');
  if (isJiras || from === 'agent' || from === 'app') return 'delivered';
  if (!failed || pending.some((each) => each.n === n)) return 'stored';
  return failed.includes(n) ? 'failed' : 'delivered';
}
