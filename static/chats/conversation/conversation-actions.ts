import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Answer, Payload } from '../../../src/contract/functions';
import type { ErrorCode, Refusal } from '../../../src/domain/errors';
import type { Person } from '../../../src/domain/person';
import type { Way } from '../../../src/domain/ways';
import type { Undoable } from '../undo/undo-store';

/** What an agent does with a chat, as functions of the app. */
export type ConversationAction =
  'assignToMe' | 'handOver' | 'giveBack' | 'resolve' | 'reopen' | 'confirmEmail';

/** What was asked for and not done. */
export interface Failure {
  action: ConversationAction;
  /** The end that was chosen; null: there was no choice. */
  way: Way | null;
  code: ErrorCode;
  /** Jira's own words. */
  says: string[];
  /** Whose chat it was meant to be. */
  to?: Person | null;
  /** Whose it is by now, where that is why; null: nobody's. */
  assignee?: Person | null;
  /** It is what was asked for, and somebody was faster. */
  already?: true;
  /** Who was, as far as Jira says. */
  by?: Person | 'me';
}

/** To whom: the person who acts, a colleague with a note, or nobody. */
type Assignment = { to: 'me' } | { to: Person; note: string } | { to: null };

/** `note-missing`: the chat is theirs, and Jira did not take the note. */
type Assigned = 'done' | 'note-missing' | 'not-done';

interface ActionState {
  view: ConversationView | null;
  pending: ConversationAction | null;
  failure: Failure | null;
  /** Whose the person at this window made it, or is about to: null, nobody's. Absent: others did. */
  madeIts?: string | null | undefined;
}

export interface ConversationActions {
  /** True when it was done. One action at a time. Null: the way that needs no choice. */
  run(action: 'resolve' | 'confirmEmail', way?: Way | null): Promise<boolean>;
  /** Makes it somebody's, unless it is somebody else's by now than is shown. */
  assign(assignment: Assignment): Promise<Assigned>;
}

export interface ActionsOptions {
  conversationId: string;
  viewerId: string;
  newOperationId: () => string;
  state(): ActionState;
  change(by: Partial<ActionState>): void;
  /** `late`: see the store's questions. */
  ask<F extends ConversationAction>(
    functionKey: F,
    payload: Payload<F>,
  ): Promise<{ answer: Answer<F>; late: boolean }>;
  refresh(): Promise<void>;
  offerUndo(undoable: Undoable): void;
}

/** What is done with one chat, and how it is taken back (rules D5, D8). */
export function createConversationActions(options: ActionsOptions): ConversationActions {
  const { conversationId, viewerId, newOperationId, state, change, ask, refresh, offerUndo } = options;
  /** A hand-over that is asked for again is the same one. */
  let handOver: { to: string; note: string; operationId: string } | null = null;

  async function act<F extends ConversationAction>(action: F, payload: Payload<F>): Promise<Answer<F>> {
    const { answer, late } = await ask(action, payload);
    if (late) await refresh();
    return answer;
  }

  const refusal = async <F extends ConversationAction>(
    action: F,
    payload: Payload<F>,
  ): Promise<Refusal | null> => {
    change({ pending: action, failure: null });
    const answer = await act(action, payload);
    change({ pending: null });
    if (answer.ok) return null;
    change({ madeIts: undefined });
    await refresh();
    return answer.error;
  };

  /** Says so, and shows what is: somebody else may have been there. */
  async function fail(about: Pick<Failure, 'action' | 'way' | 'to'>, error: Refusal): Promise<void> {
    const { code, jiraSays: says = [], assignee } = error;
    change({ failure: { ...about, code, says, ...(assignee !== undefined && { assignee }) } });
    await refresh();
  }

  async function resolve(way: Way | null): Promise<boolean> {
    const before = state().view?.row;
    const chosen = way && { transitionId: way.id, resolutionId: way.resolution?.id };
    const answer = await act('resolve', { conversationId, ...chosen });
    change({ pending: null });
    if (!answer.ok) {
      await fail({ action: 'resolve', way }, answer.error);
      return false;
    }
    const { canReopen = true, already, resolvedBy, row } = answer.value;
    if (already) {
      const by = resolvedBy?.accountId === viewerId ? 'me' : resolvedBy;
      change({ failure: { action: 'resolve', way, code: 'conflict', says: [], already, ...(by && { by }) } });
      return false;
    }
    const status = before?.status ?? undefined;
    if (canReopen)
      offerUndo({
        kind: 'resolved',
        conversationId,
        about: row.issueKey ?? '',
        name: null,
        undo: () => refusal('reopen', { conversationId, status }),
      });
    return true;
  }

  /** How it becomes whose it was before; who is no agent any more does not get it back. */
  function assignBack(before: Person | null, seen: string | null): Promise<Refusal | null> {
    change({ madeIts: before?.accountId ?? null });
    if (before?.accountId === viewerId) return refusal('assignToMe', { conversationId, seen });
    if (!before) return refusal('giveBack', { conversationId, seen });
    const operationId = newOperationId();
    return refusal('handOver', { conversationId, to: before.accountId, seen, operationId });
  }

  function callOf(assignment: Assignment, seen: string | null): () => Promise<Answer<'handOver'>> {
    if (assignment.to === 'me') return () => act('assignToMe', { conversationId, seen });
    if (assignment.to === null) return () => act('giveBack', { conversationId, seen });
    const { accountId: to } = assignment.to;
    const { note } = assignment;
    if (handOver?.to !== to || handOver.note !== note) handOver = { to, note, operationId: newOperationId() };
    const { operationId } = handOver;
    return () => act('handOver', { conversationId, to, seen, operationId, ...(note !== '' && { note }) });
  }

  return {
    run: async (action, way = null) => {
      if (state().pending) return false;
      if (way && way.wants.length > 0) {
        // Jira would refuse it: only its own screen can ask for them.
        change({ failure: { action, way, code: 'conflict', says: [] } });
        return false;
      }
      change({ pending: action, failure: null });
      if (action === 'resolve') return resolve(way);
      const answer = await act(action, { conversationId });
      change({ pending: null });
      if (!answer.ok) await fail({ action, way }, answer.error);
      return answer.ok;
    },

    assign: async (assignment) => {
      const { pending, view } = state();
      if (pending || !view) return 'not-done';
      const { assignee, assigneeLeft } = view.row;
      const before = assigneeLeft ? null : assignee;
      const action = ACTIONS[kindOf(assignment)];
      const call = callOf(assignment, assignee?.accountId ?? null);
      const to = assignment.to === 'me' ? null : assignment.to;
      const madeIts = assignment.to === 'me' ? viewerId : (to?.accountId ?? null);
      change({ pending: action, failure: null, madeIts });
      const answer = await call();
      change({ pending: null });
      if (!answer.ok) {
        change({ madeIts: undefined });
        await fail({ action, way: null, to }, answer.error);
        return 'not-done';
      }
      const { row, noteMissing } = answer.value;
      const now = row.assignee?.accountId ?? null;
      if (now !== (assignee?.accountId ?? null))
        offerUndo({
          kind: kindOf(assignment),
          conversationId,
          about: row.issueKey ?? '',
          name: to?.name ?? null,
          undo: () => assignBack(before, now),
        });
      if (noteMissing) return 'note-missing';
      handOver = null;
      return 'done';
    },
  };
}

const ACTIONS = { taken: 'assignToMe', handedOver: 'handOver', givenBack: 'giveBack' } as const;

const kindOf = ({ to }: Assignment): keyof typeof ACTIONS =>
  to === 'me' ? 'taken' : to === null ? 'givenBack' : 'handedOver';
