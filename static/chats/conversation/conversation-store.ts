import type { Answer, FunctionKey, Payload } from '../../../src/contract/functions';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Call } from '../../app/call';
import type { ServerClock } from '../../app/server-clock';
import { createStore, type Readable } from '../../app/store';
import { isRefusal } from '../is-refusal';
import type { Undoable } from '../undo/undo-store';
import {
  createConversationActions,
  type ConversationAction,
  type ConversationActions,
  type Failure,
} from './conversation-actions';
import type { DraftKind } from './drafts';
import { keepingEarlier, withEarlier, withRenewed } from './earlier-messages';
import { stillOutgoing, type Outgoing } from './outgoing';
import type { EarlierState } from './show-earlier';

export interface ConversationState {
  /** Null: not known yet. With the earlier pages that were loaded. */
  view: ConversationView | null;
  earlier: EarlierState;
  /** Why there is nothing to show. Stays until the next answer. */
  loadFailure: ErrorCode | null;
  /** Refreshes have failed since: as of when the view is, epoch ms. Null: it is current. */
  staleSince: number | null;
  /** My replies and notes on their way, in order. */
  outgoing: Outgoing[];
  pending: ConversationAction | null;
  failure: Failure | null;
  /** Whose it became by this window; absent: by others. */
  madeIts?: string | null | undefined;
}

export interface ConversationStore extends Readable<ConversationState>, ConversationActions {
  refresh(): Promise<void>;
  /** Loads the page of messages before the first that is shown. */
  showEarlier(): Promise<void>;
  /** The person may not see it any more: nothing of it stays drawn. */
  withdraw(): void;
  reply(text: string): Promise<void>;
  /** An internal note. */
  addNote(text: string): Promise<void>;
  /** Sends everything again that was not sent, in order and under the same operation ids. */
  sendAgain(): Promise<void>;
  /** Takes back a reply or a note that was not sent and tells its text. */
  takeBack(operationId: string): string;
}

export interface ConversationStoreOptions {
  call: Call;
  clock: ServerClock;
  conversationId: string;
  viewerId: string;
  newOperationId: () => string;
  /** The row of the list is newer now. */
  onView(view: ConversationView): void;
  /** Something was done that can be taken back. */
  offerUndo(undoable: Undoable): void;
}

type ViewFunction = FunctionKey & ('getConversation' | 'reply' | 'addNote' | ConversationAction);

/** One conversation as an agent reads and answers it. */
export function createConversationStore(options: ConversationStoreOptions): ConversationStore {
  const { call, clock, conversationId, viewerId, newOperationId, onView } = options;
  const store = createStore<ConversationState>({
    view: null,
    earlier: 'idle',
    loadFailure: null,
    staleSince: null,
    outgoing: [],
    pending: null,
    failure: null,
  });
  const { getState, setState: change } = store;
  // Questions are counted: an answer never replaces the answer to a later question.
  let asked = 0;
  let drawn = 0;
  let sending = false;
  let renewals = 0;

  /** `late`: the answer to a later question is drawn already, perhaps without what this one did. */
  async function ask<F extends ViewFunction>(
    functionKey: F,
    payload: Payload<F>,
  ): Promise<{ answer: Answer<F>; late: boolean }> {
    asked += 1;
    const turn = asked;
    const answer = await call(functionKey, payload);
    const late = turn < drawn;
    if (!answer.ok || late) return { answer, late };
    drawn = turn;
    const { view: before } = getState();
    const view = keepingEarlier(before, answer.value);
    clock.set(view.now);
    const outgoing = stillOutgoing(getState().outgoing, view, viewerId);
    change({ view, loadFailure: null, staleSince: null, outgoing });
    onView(view);
    const isOutdated = view.earlier !== answer.value.earlier && view.corrected > (before?.corrected ?? 0);
    if (isOutdated) void renewEarlier(answer.value, view.earlier ?? 0);
    void sendAll();
    return { answer, late };
  }

  /** Something became of messages of earlier pages: those are asked for again, back to the event `to`. */
  async function renewEarlier(newest: ConversationView, to: number): Promise<void> {
    renewals += 1;
    const turn = renewals;
    let renewed = newest;
    let isWhole = true;
    while (isWhole && renewed.earlier !== null && renewed.earlier > to) {
      const answer = await call('getConversation', { conversationId, before: renewed.earlier });
      if (answer.ok) renewed = withEarlier(renewed, answer.value);
      isWhole = answer.ok;
    }
    const { view } = getState();
    if (view && turn === renewals) change({ view: withRenewed(view, renewed, newest.earlier ?? 0, isWhole) });
  }

  async function refresh(): Promise<void> {
    const { answer, late } = await ask('getConversation', { conversationId });
    if (answer.ok) return;
    const { code } = answer.error;
    const { view } = getState();
    if (!view || isRefusal(code)) change({ loadFailure: code, view: null, staleSince: null });
    else if (!late) change({ staleSince: Date.parse(view.now) });
  }

  async function showEarlier(): Promise<void> {
    const { view, earlier: state } = getState();
    const before = view?.earlier ?? null;
    if (before === null || state === 'loading') return;
    change({ earlier: 'loading' });
    const answer = await call('getConversation', { conversationId, before });
    change({ earlier: answer.ok ? 'idle' : 'failed' });
    const { view: shown } = getState();
    // News may have come meanwhile, and with a lot of it the page does not belong there any more.
    if (answer.ok && shown?.earlier === before) change({ view: withEarlier(shown, answer.value) });
    else if (!answer.ok && isRefusal(answer.error.code)) await refresh();
  }

  /** What can be sent now. Until the chat is a request in Jira, there is nothing to comment on. */
  function nextToSend(): Outgoing | undefined {
    const { view, outgoing } = getState();
    return view?.row.issueKey == null ? undefined : outgoing.find(({ failure }) => failure === null);
  }

  /** One after the other: what was written first is said first. */
  async function sendAll(): Promise<void> {
    if (sending) return;
    sending = true;
    for (let next = nextToSend(); next; next = nextToSend()) {
      const { operationId, kind, text } = next;
      const written = { conversationId, message: text, operationId };
      const { answer, late } = await ask(kind === 'note' ? 'addNote' : 'reply', written);
      if (answer.ok && late) await refresh();
      const { outgoing } = getState();
      if (answer.ok) {
        change({ outgoing: outgoing.filter((each) => each.operationId !== operationId) });
      } else if (outgoing.some((each) => each.operationId === operationId)) {
        const { code } = answer.error;
        // Those behind it wait: sent now, they would come first.
        change({
          outgoing: outgoing.map((each) => (each.kind === kind ? { ...each, failure: code } : each)),
        });
      }
    }
    sending = false;
  }

  async function write(kind: DraftKind, text: string): Promise<void> {
    const { view, outgoing } = getState();
    const after = Math.max(0, ...(view?.messages ?? []).map(({ n }) => n));
    const notes = (view?.notes ?? []).map(({ id }) => id);
    const written: Outgoing = { operationId: newOperationId(), kind, text, after, notes, failure: null };
    // What could not be sent before goes first.
    const again = outgoing.map((each) => (each.kind === kind ? tryAgain(each) : each));
    change({ outgoing: [...again, written] });
    await sendAll();
  }

  return {
    ...store,
    refresh,
    showEarlier,
    withdraw: () => {
      // Answers that are still on their way come too late.
      asked += 1;
      drawn = asked;
      change({ view: null, loadFailure: 'not-allowed', staleSince: null });
    },
    reply: (text) => write('reply', text),
    addNote: (text) => write('note', text),
    sendAgain: async () => {
      change({ outgoing: getState().outgoing.map(tryAgain) });
      await sendAll();
    },
    takeBack: (operationId) => {
      const { outgoing } = getState();
      const taken = outgoing.find((each) => each.operationId === operationId && each.failure !== null);
      if (!taken) return '';
      change({ outgoing: outgoing.filter((each) => each !== taken) });
      return taken.text;
    },
    ...createConversationActions({
      conversationId,
      viewerId,
      newOperationId,
      change,
      ask,
      refresh,
      state: getState,
      offerUndo: options.offerUndo,
    }),
  };
}

const tryAgain = (outgoing: Outgoing): Outgoing => ({ ...outgoing, failure: null });
