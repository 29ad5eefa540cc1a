import { customerName, type Conversation } from '../domain/conversation';
import {
  beginRegistration,
  claimNoted,
  endRegistration,
  confirmRegistration,
  isRegistrationDue,
  isVouchedFor,
  refuseRegistration,
} from '../domain/visitor-registration';
import { Undeliverable } from '../jira-ports';
import { PlatformFault, type Ports } from '../ports';
import { changeExisting, silently, type ConversationNeeds } from './change-conversation';

export type ParticipantNeeds = ConversationNeeds &
  Pick<Ports, 'report'> & {
    serviceDesk: Pick<Ports['serviceDesk'], 'customer' | 'addParticipant' | 'tellAgents' | 'isNoted'>;
    jira: Pick<Ports['jira'], 'people'>;
  };

/**
 * What is left to do in Jira about who the visitor is: to let them take part in the request, or, while nobody vouches for
 * them, to note there which address they left. Throws PlatformFault when Jira cannot do it now: the queue tries again.
 */
export async function addParticipant(ports: ParticipantNeeds, conversation: Conversation): Promise<void> {
  if (!isRegistrationDue(conversation)) return;
  const attemptId = ports.random.id();
  const begun = await changeExisting(silently(ports), conversation.id, (current, now) =>
    beginRegistration(current, attemptId, now),
  );
  // Another run is at it, or died at it: then the sweep comes.
  if (begun?.kind !== 'changed') return;
  try {
    await (isVouchedFor(conversation) ? letJoin(ports, conversation) : noteClaim(ports, conversation));
  } catch (fault) {
    await changeExisting(silently(ports), conversation.id, (current) => endRegistration(current, attemptId));
    throw fault;
  }
}

/** The person takes part in the request, or Jira refuses it, which is noted. Done twice, it is done once. */
export async function letJoin(ports: ParticipantNeeds, conversation: Conversation): Promise<void> {
  const { id, issue, visitor } = conversation;
  if (!issue) return;
  try {
    const accountId = await accountOf(ports, conversation);
    await ports.serviceDesk.addParticipant(issue.key, accountId);
    const step = await changeExisting(ports, id, (current, now) =>
      confirmRegistration(current, { email: visitor.email, accountId, now }),
    );
    if (step?.kind === 'changed') await noteConfirmed(ports, step.conversation);
  } catch (fault) {
    if (!(fault instanceof Undeliverable)) throw fault;
    await changeExisting(ports, id, (current, now) => refuseRegistration(current, visitor.email, now));
  }
}

async function accountOf(
  { serviceDesk }: ParticipantNeeds,
  { serviceDeskId, visitor: { kind, name, email, accountId } }: Conversation,
): Promise<string> {
  if (kind === 'portal' && accountId !== null) return accountId;
  if (email === null) throw new Undeliverable('refused');
  return serviceDesk.customer(serviceDeskId, { email, name: name ?? email, colleagues: kind === 'signed' });
}

async function noteClaim(ports: ParticipantNeeds, conversation: Conversation): Promise<void> {
  const { id, issue, visitor } = conversation;
  const { email } = visitor;
  if (!issue || email === null) return;
  const name = customerName(conversation, new Map()) ?? email;
  const text = `${name} left an email: ${email} (email not confirmed). The first reply from Frontdesk chats confirms it. From then on, replies also go to it.`;
  try {
    if (!(await ports.serviceDesk.isNoted(issue.key, email)))
      await ports.serviceDesk.tellAgents(issue.key, text);
  } catch (fault) {
    // Agents read it in the inbox all the same.
    if (!(fault instanceof Undeliverable)) throw fault;
  }
  await changeExisting(ports, id, (current, now) => claimNoted(current, email, now));
}

/** The description of the request goes on saying "not confirmed": who confirmed it is said once, below. */
async function noteConfirmed(
  { serviceDesk, jira, report }: ParticipantNeeds,
  { issue, visitor: { email }, registration }: Conversation,
): Promise<void> {
  const by = registration?.by;
  if (!issue || email === null || by === undefined) return;
  const name = (await jira.people(by === null ? [] : [by])).get(by ?? '')?.name ?? 'An agent';
  const text = `${name} confirmed the email ${email}. Replies reach it by email from now on.`;
  try {
    await serviceDesk.tellAgents(issue.key, text);
  } catch (fault) {
    if (!(fault instanceof Undeliverable || fault instanceof PlatformFault)) throw fault;
    report.failure('a request does not say who confirmed its email', fault);
  }
}
