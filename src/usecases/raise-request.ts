import type { Conversation, PendingMessage } from '../domain/conversation';
import { isTooSoonToRaise } from '../domain/delivery-doubt';
import type { IssueRef } from '../domain/service-request';
import { confidenceOf, inWords } from '../domain/visitor-registration';
import { Undeliverable } from '../jira-ports';
import type { Ports } from '../ports';
import { visitorName } from './visitor-name';

export type RaiseNeeds = Pick<Ports, 'serviceDesk' | 'desks' | 'jira' | 'clock'>;

export interface Raised {
  issue: IssueRef;
  /** Whose request it is; null: the app's own. */
  accountId: string | null;
  /** Somebody is known whose request it is not, or perhaps not: they are to take part in it. */
  joinsLater: boolean;
}

/**
 * Raises a request with a visitor's message, for the person whom somebody vouches for (rule T1). Where Jira refuses the
 * person, the app raises it itself at once, with name and address in words: an address never holds back a message (rule
 * T2). `onAsking` is called before Jira is asked to. Null: Jira may have the request already, and does not show it yet.
 */
export async function raiseRequest(
  ports: RaiseNeeds,
  conversation: Conversation,
  message: PendingMessage,
  onAsking: () => void,
): Promise<Raised | null> {
  const { serviceDesk, desks } = ports;
  const { serviceDeskId, projectId, page, context = {} } = conversation;
  const joinsLater = hasPerson(conversation);
  // Short, because people see it; one word, because Jira's search must find it.
  const reference = `FD${conversation.id.replaceAll(/[_-]/g, '').slice(0, 10)}N${String(message.n)}`;
  if (message.doubt) {
    const issue = await serviceDesk.findRaised(projectId, reference);
    if (issue) return { issue, accountId: null, joinsLater };
    if (isTooSoonToRaise(message, ports.clock.now())) return null;
  }
  const { requestTypeId: chosen = null } = (await desks.read(projectId))?.settings ?? {};
  const requestTypeId = await serviceDesk.usableType(serviceDeskId, chosen);
  const name = await visitorName(ports, conversation);
  const accountId = await accountOf(ports, conversation, name);
  const about = {
    serviceDeskId,
    requestTypeId,
    text: message.text,
    page,
    context,
    reference,
    goesOnFrom: conversation.issue?.key ?? null,
  };
  onAsking();
  if (accountId !== null) {
    try {
      const issue = await serviceDesk.raise({
        ...about,
        visitor: name,
        onBehalfOf: accountId,
        refused: false,
      });
      return { issue, accountId, joinsLater: false };
    } catch (fault) {
      if (!(fault instanceof Undeliverable)) throw fault;
    }
  }
  const visitor = inWords(conversation, name);
  const issue = await serviceDesk.raise({ ...about, visitor, onBehalfOf: null, refused: joinsLater });
  return { issue, accountId: null, joinsLater };
}

const isConfirmed = (conversation: Conversation): boolean => confidenceOf(conversation) === 'confirmed';

/** Does anybody vouch for the visitor? What they typed is nobody's until then. */
const hasPerson = (conversation: Conversation): boolean => {
  const { kind, email } = conversation.visitor;
  return kind === 'portal' || (kind === 'signed' && email !== null) || isConfirmed(conversation);
};

/** The account to raise it for; null: none, or none that Jira lets the app know. */
async function accountOf(
  { serviceDesk }: RaiseNeeds,
  conversation: Conversation,
  name: string,
): Promise<string | null> {
  const { visitor, serviceDeskId } = conversation;
  if (!hasPerson(conversation)) return null;
  if (visitor.accountId !== null || visitor.email === null) return visitor.accountId;
  try {
    return await serviceDesk.customer(serviceDeskId, { email: visitor.email, name, colleagues: true });
  } catch (fault) {
    if (!(fault instanceof Undeliverable)) throw fault;
    return null;
  }
}
