import type { InboxFilter } from '../../src/domain/conversation-listing';
import type { Call } from '../app/call';
import type { ServerClock } from '../app/server-clock';
import { createConversationStore, type ConversationStore } from './conversation/conversation-store';
import { createDrafts, type Drafts } from './conversation/drafts';
import { createChatCounts, type ChatCounts } from './list/chat-counts';
import { createChatSearch, type ChatSearch } from './list/chat-search';
import { createEnterPreference, type EnterPreference } from './conversation/enter-preference';
import { createSavedRepliesStore, type SavedRepliesStore } from './conversation/saved-replies-store';
import { createInboxStore, type InboxStore } from './list/inbox-store';
import type { Refreshed } from './refreshers';
import { createCompany, type Company } from './company/company';
import { createUndoStore, type UndoStore } from './undo/undo-store';

/** What one agent does in a project's inbox: replies stay on their way while another conversation is open. */
export interface InboxSession extends Refreshed {
  list: InboxStore;
  counts: ChatCounts;
  search: ChatSearch;
  drafts: Drafts;
  /** Of what was done to any of them: `undo.undo()` takes back the last. */
  undo: UndoStore;
  /** Who else is at the one that is open. */
  company: Company;
  enter: EnterPreference;
  savedReplies: SavedRepliesStore;
  conversation(conversationId: string): ConversationStore;
  hasUnsent(): boolean;
}

export interface InboxSessionOptions {
  call: Call;
  clock: ServerClock;
  projectId: string;
  viewerId: string;
  newOperationId: () => string;
  openId?: string | undefined;
  filter?: InboxFilter | undefined;
  /** Counted and kept current by others. */
  counts?: ChatCounts | undefined;
  /** Another place than this browser. */
  drafts?: Drafts;
}

export function createInboxSession(options: InboxSessionOptions): InboxSession {
  const { openId, filter, ...common } = options;
  const counts = options.counts ?? createChatCounts(options.call, options.projectId);
  const search = createChatSearch(options.call, options.projectId);
  const list = createInboxStore({ ...common, selectedId: openId, filter });
  const drafts = options.drafts ?? createDrafts(options.viewerId, { now: options.clock.now });
  const conversations = new Map<string, ConversationStore>();
  const undo = createUndoStore();
  const company = createCompany(options);

  function conversation(conversationId: string): ConversationStore {
    const known = conversations.get(conversationId);
    if (known) return known;
    const onView = ({ row }: { row: Parameters<InboxStore['acceptRow']>[0] }): void => list.acceptRow(row);
    const store = createConversationStore({ ...common, conversationId, onView, offerUndo: undo.offer });
    conversations.set(conversationId, store);
    return store;
  }

  // Whoever may not see the list may see none of its conversations, neither the open one nor those known from before.
  list.subscribe(() => {
    if (list.getState().loadFailure !== 'not-allowed') return;
    for (const store of conversations.values()) if (store.getState().view) store.withdraw();
  });

  return {
    list,
    counts,
    search,
    undo,
    company,
    see: company.hear,
    drafts,
    enter: createEnterPreference(options.viewerId),
    savedReplies: createSavedRepliesStore(options.call, options.projectId),
    conversation,
    refresh: async (messages) => {
      const { selectedId } = list.getState();
      await Promise.all([
        list.refresh(),
        messages && selectedId && conversation(selectedId).refresh(),
        counts !== options.counts && counts.refresh(),
      ]);
    },
    hear: (conversationId, rev) => {
      if (conversationId !== list.getState().selectedId) return;
      const store = conversation(conversationId);
      // The answer to one's own reply had it already.
      if ((store.getState().view?.rev ?? 0) < rev) void store.refresh();
    },
    hasUnsent: () =>
      drafts.hasUnkept() || [...conversations.values()].some((store) => store.getState().outgoing.length > 0),
  };
}
