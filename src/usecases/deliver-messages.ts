import { factsTold } from '../domain/chat-facts';
import type { Conversation, PendingMessage } from '../domain/conversation';
import {
  andThen,
  beginDelivery,
  changed,
  confirmDelivery,
  failDelivery,
  unchanged,
  type Delivered,
  type Step,
} from '../domain/conversation-transitions';
import { descriptionRead, requestChanged } from '../domain/request-transitions';
import { isLookedAtLater, lookLater, withoutAsking } from '../domain/delivery-doubt';
import { QUEUE_DELAY_MAX_S } from '../domain/limits';
import type { IssueRef, RequestNow } from '../domain/service-request';
import { joinLater } from '../domain/visitor-registration';
import { Undeliverable } from '../jira-ports';
import { JiraNotNow, type Ports } from '../ports';
import { addParticipant } from './add-participant';
import { changeExisting, silently, type Changed, type ConversationNeeds } from './change-conversation';
import { raiseRequest } from './raise-request';
import { readRequest, type ReadNeeds } from './read-request';
import { keepFactsNow, queueFacts } from './tell-facts';
import { visitorName } from './visitor-name';

type Needs = ConversationNeeds &
  ReadNeeds &
  Pick<Ports, 'conversationIndex' | 'serviceDesk' | 'desks' | 'jira' | 'jobs' | 'report' | 'slots'>;

/** `most`: messages. `inTurn`: among other chats, which have their turn next: nothing more is queued for this one. */
interface Turn {
  most: number;
  inTurn: boolean;
}

/** Another job takes the rest. */
const ALONE: Turn = { most: 20, inTurn: false };

/** Seconds after which an attempt of unknown outcome is looked at again. */
const LOOK_AGAIN_S = 65;

/**
 * Brings a conversation's waiting messages to Jira, one after the other in the order they were sent, and then what there
 * is to do about who the visitor is. Before each message the attempt is written down: a later run that finds one looks
 * in Jira first whether it was done. Answers how many it tried. Throws PlatformFault when Jira cannot take it now: the
 * queue tries again.
 */
export async function deliverMessages(
  ports: Needs,
  conversationId: string,
  turn: Turn = ALONE,
): Promise<number> {
  const run = ports.random.id();
  for (let count = 0; count < turn.most; count++) {
    const attemptId = `${run}-${String(count)}`;
    const conversation = await claimNext(ports, conversationId, attemptId, turn);
    if (!conversation) return count;
    const [message] = conversation.pending;
    if (!message) {
      await addParticipant(ports, conversation);
      return count;
    }
    let isAsked = false;
    try {
      const delivered = await deliver(ports, conversation, message, () => (isAsked = true));
      if (!delivered) {
        await lookAgain(ports, conversationId, attemptId);
        return count + 1;
      }
      const { issue, joinsLater } = delivered;
      // Before the delivery is noted: should this fail, the next attempt finds the message in Jira and comes here again.
      if (conversation.issue?.id !== issue.id)
        await ports.conversationIndex.saveIssue(issue.id, conversationId);
      const noted = await changeExisting(ports, conversationId, (current, now) =>
        confirmDelivery(joinsLater ? joinLater(current, now) : current, { ...delivered, now }),
      );
      if (conversation.issue?.id === issue.id) continue;
      // Where it may have been there for a while, somebody may have answered.
      if (message.doubt) await queueFacts(ports, await readRequest(ports, conversationId));
      else await noteStatus(ports, issue.id, noted);
    } catch (fault) {
      if (fault instanceof Undeliverable) {
        await changeExisting(ports, conversationId, (current, now) =>
          failDelivery(current, message.n, fault.reason, now),
        );
        continue;
      }
      if (!isAsked || fault instanceof JiraNotNow) {
        await changeExisting(silently(ports), conversationId, (current) =>
          changed(withoutAsking(current, attemptId)),
        );
      }
      throw fault;
    }
  }
  if (!turn.inTurn) await ports.jobs.push({ kind: 'deliver', conversationId });
  return turn.most;
}

/** A request that Jira's search does not show yet is not raised a second time. */
async function lookAgain(ports: Needs, conversationId: string, attemptId: string): Promise<void> {
  const step = await changeExisting(silently(ports), conversationId, (current, now) =>
    changed(lookLater(current, attemptId, now)),
  );
  const lookAt = step?.kind === 'changed' ? step.conversation.pending[0]?.doubt?.lookAt : undefined;
  if (lookAt === undefined) return;
  const seconds = Math.max(1, Math.ceil((lookAt - ports.clock.now()) / 1_000));
  await ports.jobs.push({ kind: 'deliver', conversationId }, Math.min(seconds, QUEUE_DELAY_MAX_S));
}

/** A request has a status from the start. Jira's events tell of later ones, so that a failure here is made up for. */
async function noteStatus(ports: Needs, issueId: string, delivered: Changed | null): Promise<void> {
  if (!delivered || delivered.kind === 'refused') return;
  const { conversation } = delivered;
  const [request, told] = await Promise.all([
    ports.serviceDesk.request(issueId),
    keepFactsNow(ports, conversation),
  ]);
  const step = await changeExisting(ports, conversation.id, (current, now) =>
    andThen(request ? statusRead(current, request, now) : unchanged(current), (next) =>
      told === null ? unchanged(next) : factsTold(next, told),
    ),
  );
  if (step && step.kind !== 'refused') await noteLookalikes(ports, step.conversation);
}

const statusRead = (conversation: Conversation, request: RequestNow, now: number): Step =>
  andThen(requestChanged(conversation, request, now), (next) =>
    descriptionRead(next, request.spoken, new Map(), now),
  );

/** A few at most: more are no hint of anybody. */
const LOOKALIKES = 5;

/** Somebody may try the chat with their own address, and answer on the portal: agents are to see that it waits still. */
async function noteLookalikes(ports: Needs, { id, visitor, lookalikes }: Conversation): Promise<void> {
  const { kind, email } = visitor;
  if (kind !== 'registered' || email === null || lookalikes) return;
  const found = await ports.serviceDesk.accountsFoundBy(email);
  if (found.length === 0 || found.length > LOOKALIKES) return;
  await changeExisting(silently(ports), id, (current) => changed({ ...current, lookalikes: found }));
}

/** The conversation whose first waiting message is this attempt's to deliver, or null. */
async function claimNext(
  ports: Needs,
  conversationId: string,
  attemptId: string,
  { inTurn }: Turn,
): Promise<Conversation | null> {
  // Not silently: this is what tells the agents' windows of the message.
  const step = await changeExisting(ports, conversationId, (conversation, now) =>
    beginDelivery(conversation, attemptId, now),
  );
  if (!step || step.kind === 'refused' || step.conversation.held) return null;
  const [next] = step.conversation.pending;
  if (!next || next.attempt?.id === attemptId) return step.conversation;
  // A job for that is queued; should it be lost, the sweep comes.
  if (isLookedAtLater(next, ports.clock.now())) return null;
  // Another run is at it, or died at it: whoever comes for all that waits comes again.
  if (inTurn) return null;
  await ports.jobs.push({ kind: 'deliver', conversationId }, LOOK_AGAIN_S);
  return null;
}

/** `onAsking` is called before Jira is asked to take it. Null: Jira may have it already, and does not show it yet. */
async function deliver(
  ports: Needs,
  conversation: Conversation,
  message: PendingMessage,
  onAsking: () => void,
): Promise<(Omit<Delivered, 'now'> & { joinsLater?: boolean }) | null> {
  const { n, text, by } = message;
  const { issue } = conversation;
  if (!issue) {
    const raised = await raiseRequest(ports, conversation, message, onAsking);
    return raised && { n, comment: null, ...raised };
  }
  let reopened: Delivered['reopened'];
  if (conversation.ended) {
    // What is in another project now is that project's.
    const isOurs = conversation.failure !== 'request-moved';
    const isOpen =
      isOurs && ((await ports.serviceDesk.reopen(issue.key)) || (await isStillOpen(ports, issue)));
    // Beside a request nothing is said but in this one: people may write in it also where nothing opens it again.
    if (!isOurs && conversation.beside) throw new Undeliverable('request-moved');
    if (!isOpen && !conversation.beside) {
      const raised = await raiseRequest(ports, conversation, message, onAsking);
      return raised && { n, comment: null, ...raised, reopened: 'new-request' };
    }
    if (isOpen) reopened = 'same-request';
  }
  const marker = `${conversation.id}/${String(n)}`;
  const done = message.doubt ? await ports.serviceDesk.findComment(issue.key, marker) : null;
  const visitor = await visitorName(ports, conversation, by);
  onAsking();
  const comment = done ?? (await ports.serviceDesk.comment('app', issue.key, { text, visitor, marker }));
  return { n, comment, issue, accountId: null, reopened };
}

const isStillOpen = async ({ serviceDesk }: Needs, issue: IssueRef): Promise<boolean> => {
  const request = await serviceDesk.request(issue.id);
  if (!request) throw new Undeliverable('request-gone');
  return !request.resolved;
};
