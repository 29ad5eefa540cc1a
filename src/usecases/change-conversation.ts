import type { Conversation } from '../domain/conversation';
import type { Step } from '../domain/conversation-transitions';
import type { Ports } from '../ports';
import { changeRecord } from './change-record';

export type ConversationNeeds = Pick<Ports, 'clock' | 'random'> & {
  conversations: Pick<Ports['conversations'], 'read' | 'commit'>;
  live: Pick<Ports['live'], 'ping'>;
};

export type Changed = Exclude<Step, { kind: 'changed' }> | { kind: 'changed'; conversation: Conversation };

/**
 * Changes one conversation by compare-and-set, its events with it, and pings the agents' windows. Null: it is
 * not there. `decide` must be idempotent. `known`: as somebody has just read it. Throws PlatformFault when the change could not be stored in time.
 */
export async function changeConversation(
  ports: ConversationNeeds,
  id: string,
  decide: (conversation: Conversation | null, now: number) => Step | null,
  known?: Conversation | null,
): Promise<Changed | null> {
  const { conversations, live } = ports;
  let first = known;
  const { decision, stored } = await changeRecord<Conversation, Step | null>(ports, {
    read() {
      const before = first === undefined ? conversations.read(id) : Promise.resolve(first);
      first = undefined;
      return before;
    },
    decide(before, now) {
      const step = decide(before, now);
      if (step?.kind !== 'changed') return step;
      return { ...step, conversation: { ...step.conversation, rev: (before?.rev ?? 0) + 1 } };
    },
    store: (before, step) =>
      step?.kind === 'changed'
        ? conversations.commit(before, step.conversation, [...(step.rewritten ?? []), ...step.events])
        : null,
  });
  if (!decision || decision.kind === 'refused') return decision;
  if (stored && !(decision.kind === 'changed' && decision.quiet)) {
    const { projectId, rev } = decision.conversation;
    await live.ping([projectId], { id, rev });
  }
  return decision;
}

/** For changes of a conversation that must be there. */
export const changeExisting = (
  ports: ConversationNeeds,
  id: string,
  decide: (conversation: Conversation, now: number) => Step,
  known?: Conversation,
): Promise<Changed | null> =>
  changeConversation(
    ports,
    id,
    (conversation, now) => (conversation ? decide(conversation, now) : null),
    known,
  );

/** For steps that no agent's window needs to hear of. */
export const silently = <P extends ConversationNeeds>(ports: P): P => ({
  ...ports,
  live: { ...ports.live, ping: () => Promise.resolve() },
});
