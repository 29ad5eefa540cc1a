import type { Conversation } from '../domain/conversation';
import {
  beginRegistration,
  confirmRegistration,
  isRegistrationDue,
  refuseRegistration,
} from '../domain/visitor-registration';
import { Undeliverable } from '../jira-ports';
import type { Ports } from '../ports';
import { changeExisting, silently, type ConversationNeeds } from './change-conversation';

export type ParticipantNeeds = ConversationNeeds & {
  serviceDesk: Pick<Ports['serviceDesk'], 'customer' | 'addParticipant'>;
};

/**
 * Brings a visitor who said who they are after an anonymous start to Jira: a portal customer who takes part in the
 * request. Each step finds out first whether it is done. Throws PlatformFault when Jira cannot do it now: the queue
 * tries again.
 */
export async function addParticipant(ports: ParticipantNeeds, conversation: Conversation): Promise<void> {
  const { id, serviceDeskId, visitor, issue } = conversation;
  const { email, name } = visitor;
  if (!isRegistrationDue(conversation) || !issue || email === null) return;
  await changeExisting(silently(ports), id, beginRegistration);
  try {
    const accountId = await ports.serviceDesk.customer(serviceDeskId, email, name ?? email);
    await ports.serviceDesk.addParticipant(issue.key, accountId);
    await changeExisting(ports, id, (current, now) =>
      confirmRegistration(current, { email, accountId, now }),
    );
  } catch (fault) {
    if (!(fault instanceof Undeliverable)) throw fault;
    await changeExisting(ports, id, (current, now) => refuseRegistration(current, email, now));
  }
}
