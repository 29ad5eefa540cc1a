import type { ConversationView } from '../contract/agent-conversation';
import type { Result } from '../domain/errors';
import { claim, unclaim } from '../domain/claim';
import type { RequestChange } from '../jira-ports';
import type { Actor } from '../ports';
import { changeExisting } from './change-conversation';
import { changeRequest, type ChangeRequestNeeds } from './change-request';

export interface Assignment {
  conversationId: string;
  /** Null: nobody's. */
  to: string | null;
  /** Whom the acting person's window showed; undefined: it does not say. */
  seen: string | null | undefined;
}

/**
 * Makes the chat somebody's, by Jira's assignee: whose it is there is whose it is (rule D5). Where it is another one's by now
 * than was seen, nothing is done and the answer says whose. Jira has no compare-and-set, the chat's record has: of windows
 * that ask at a time one wins. What remains: whoever assigns the request in Jira itself between the question and the change
 * (some 100 ms) is overtaken; every window is told of it. `already`: told that it was so before.
 */
export const assignChat = (
  ports: ChangeRequestNeeds,
  actor: Actor,
  { conversationId, to, seen }: Assignment,
  already?: () => void,
): Promise<Result<ConversationView>> =>
  changeRequest(ports, actor, conversationId, {
    async change({ id, key }, projectId) {
      if (seen === undefined) return ports.serviceDesk.assign(key, to);
      const state = await ports.serviceDesk.request(id);
      if (!state) return { done: false, why: 'gone', says: [] };
      if (state.projectId !== projectId) return { done: false, why: 'moved', says: [], state };
      if (state.assignee === to) {
        already?.();
        return { done: true, state };
      }
      if (state.assignee !== seen) return { done: false, why: 'taken', says: [], state };
      let whose = to;
      await changeExisting(ports, conversationId, (conversation) => {
        const claimed = claim(conversation, { seen, to });
        ({ whose } = claimed);
        return claimed.step;
      });
      if (whose !== to) return { done: false, why: 'taken', says: [], state: { ...state, assignee: whose } };
      try {
        const change = await ports.serviceDesk.assign(key, to);
        // What Jira has just taken need not be asked for again.
        return change.done ? { ...change, state: { ...state, assignee: to } } : change;
      } catch (fault) {
        await changeExisting(ports, conversationId, (conversation) =>
          unclaim(conversation, { before: state.assignee, to }),
        );
        throw fault;
      }
    },
    isSo: ({ assignee }) => assignee === to,
  });

/** Refused where Jira lets them not be assigned, or not assign: that is theirs to know, and no matter of a moment. */
export async function assignToMe(
  ports: ChangeRequestNeeds,
  actor: Actor,
  { conversationId, seen }: { conversationId: string; seen?: string | null | undefined },
): Promise<Result<ConversationView>> {
  const serviceDesk = {
    ...ports.serviceDesk,
    async assign(key: string, to: string | null): Promise<RequestChange> {
      const outcome = await ports.serviceDesk.assign(key, to);
      // Of the two things that can be wrong with it, the other is the account itself.
      return !outcome.done && outcome.why === 'refused' ? { ...outcome, why: 'not-allowed' } : outcome;
    },
  };
  return assignChat({ ...ports, serviceDesk }, actor, { conversationId, to: actor.accountId, seen });
}

/** It is nobody's again: whoever looks for one to answer finds it. */
export const giveBack = (
  ports: ChangeRequestNeeds,
  actor: Actor,
  { conversationId, seen }: { conversationId: string; seen: string | null },
): Promise<Result<ConversationView>> => assignChat(ports, actor, { conversationId, to: null, seen });
