import { customerName, portalAccount, type Conversation, type PendingMessage } from '../domain/conversation';
import {
  andThen,
  beginDelivery,
  confirmDelivery,
  failDelivery,
  type Delivered,
} from '../domain/conversation-transitions';
import { descriptionRead, requestChanged } from '../domain/request-transitions';
import type { IssueRef } from '../domain/service-request';
import { Undeliverable } from '../jira-ports';
import type { Ports } from '../ports';
import { addParticipant } from './add-participant';
import { changeExisting, type ConversationNeeds } from './change-conversation';

type Needs = ConversationNeeds & Pick<Ports, 'conversationIndex' | 'serviceDesk' | 'desks' | 'jira' | 'jobs'>;

/** Messages one job delivers; another job takes the rest. */
const MOST = 20;

/** Seconds after which an attempt of unknown outcome is looked at again. */
const LOOK_AGAIN_S = 65;

/**
 * Brings a conversation's waiting messages to Jira, one after the other in the order they were sent, and then a visitor
 * who said later who they are. Before each message the attempt is written down: a later run that finds one looks in Jira
 * first whether it was done. Throws PlatformFault when Jira cannot take it now: the queue tries again.
 */
export async function deliverMessages(ports: Needs, conversationId: string): Promise<void> {
  const attemptId = ports.random.id();
  for (let count = 0; count < MOST; count++) {
    const conversation = await claimNext(ports, conversationId, `${attemptId}-${String(count)}`);
    if (!conversation) return;
    const [message] = conversation.pending;
    if (!message) return addParticipant(ports, conversation);
    try {
      const delivered = await deliver(ports, conversation, message);
      const { issue } = delivered;
      // Before the delivery is noted: should this fail, the next attempt finds the message in Jira and comes here again.
      if (conversation.issue?.id !== issue.id)
        await ports.conversationIndex.saveIssue(issue.id, conversationId);
      await changeExisting(ports, conversationId, (current, now) =>
        confirmDelivery(current, { ...delivered, now }),
      );
      if (conversation.issue?.id !== issue.id) await noteStatus(ports, conversationId, issue.id);
    } catch (fault) {
      if (!(fault instanceof Undeliverable)) throw fault;
      await changeExisting(ports, conversationId, (current, now) =>
        failDelivery(current, message.n, fault.reason, now),
      );
    }
  }
  await ports.jobs.push({ kind: 'deliver', conversationId });
}

/** A request has a status from the start. Jira's events tell of later ones, so that a failure here is made up for. */
async function noteStatus(ports: Needs, conversationId: string, issueId: string): Promise<void> {
  const request = await ports.serviceDesk.request(issueId);
  if (!request) return;
  await changeExisting(ports, conversationId, (current, now) =>
    andThen(requestChanged(current, request, now), (changed) =>
      descriptionRead(changed, request.spoken, new Map(), now),
    ),
  );
}

/** The conversation whose first waiting message is this attempt's to deliver, or null. */
async function claimNext(
  ports: Needs,
  conversationId: string,
  attemptId: string,
): Promise<Conversation | null> {
  // Not silently: this is what tells the agents' windows of the message.
  const step = await changeExisting(ports, conversationId, (conversation, now) =>
    beginDelivery(conversation, attemptId, now),
  );
  if (!step || step.kind === 'refused') return null;
  const [next] = step.conversation.pending;
  if (!next || next.attempt?.id === attemptId) return step.conversation;
  // Another run is at it, or died at it.
  await ports.jobs.push({ kind: 'deliver', conversationId }, LOOK_AGAIN_S);
  return null;
}

async function deliver(
  ports: Needs,
  conversation: Conversation,
  message: PendingMessage,
): Promise<Omit<Delivered, 'now'>> {
  const { n, text } = message;
  const { issue } = conversation;
  if (!issue || conversation.failure === 'request-moved')
    return { n, comment: null, ...(await raise(ports, conversation, message)) };
  let reopened: Delivered['reopened'];
  if (conversation.ended) {
    const isOpen = (await ports.serviceDesk.reopen(issue.key)) || (await isStillOpen(ports, issue));
    if (!isOpen) {
      const raised = await raise(ports, conversation, message);
      return { n, comment: null, ...raised, reopened: 'new-request' };
    }
    reopened = 'same-request';
  }
  const marker = `${conversation.id}/${String(n)}`;
  const done = mayBeDone(message) ? await ports.serviceDesk.findComment(issue.key, marker) : null;
  const visitor = await visitorName(ports, conversation);
  const comment = done ?? (await ports.serviceDesk.comment('app', issue.key, { text, visitor, marker }));
  return { n, comment, issue, accountId: null, reopened };
}

/** An attempt before this one had an unknown outcome: look in Jira before doing it again. */
const mayBeDone = ({ attempt }: PendingMessage): boolean => (attempt?.count ?? 0) > 1;

const isStillOpen = async ({ serviceDesk }: Needs, issue: IssueRef): Promise<boolean> => {
  const request = await serviceDesk.request(issue.id);
  if (!request) throw new Undeliverable('request-gone');
  return !request.resolved;
};

async function raise(
  ports: Needs,
  conversation: Conversation,
  message: PendingMessage,
): Promise<Pick<Delivered, 'issue' | 'accountId'>> {
  const { serviceDesk } = ports;
  const { serviceDeskId, projectId, page } = conversation;
  // Short, because people see it; one word, because Jira's search must find it.
  const reference = `FD${conversation.id.replaceAll(/[_-]/g, '').slice(0, 10)}N${String(message.n)}`;
  const visitor = await visitorName(ports, conversation);
  const accountId = await accountOf(ports, conversation, visitor);
  const done = mayBeDone(message) ? await serviceDesk.findRaised(projectId, reference) : null;
  if (done) return { issue: done, accountId };
  const { requestTypeId: chosen = null } = (await ports.desks.read(projectId))?.settings ?? {};
  const { text } = message;
  const about = {
    serviceDeskId,
    requestTypeId: await serviceDesk.usableType(serviceDeskId, chosen),
    text,
    visitor,
    page,
    reference,
    goesOnFrom: conversation.issue?.key ?? null,
    onBehalfOf: accountId,
  };
  return { issue: await serviceDesk.raise(about), accountId };
}

/** Somebody with an e-mail address becomes a portal customer, so that the answer reaches them by e-mail. */
async function accountOf(
  { serviceDesk }: Needs,
  { visitor, serviceDeskId, registration }: Conversation,
  name: string,
): Promise<string | null> {
  if (visitor.accountId !== null) return visitor.accountId;
  // Who registered later takes part in the request afterwards: whether Jira takes the address must not hold back a message.
  if (registration !== undefined) return null;
  return visitor.email === null ? null : serviceDesk.customer(serviceDeskId, visitor.email, name);
}

async function visitorName({ desks, jira }: Needs, conversation: Conversation): Promise<string> {
  const account = portalAccount(conversation);
  const people = account === null ? new Map<string, never>() : await jira.people([account]);
  const name = customerName(conversation, people);
  if (name) return name;
  const word = (await desks.read(conversation.projectId))?.settings.anonymousName ?? '';
  return word === '' ? 'Visitor' : word;
}
