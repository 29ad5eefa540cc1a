import type { ConversationView } from '../contract/agent-conversation';
import { refuse, type Result } from '../domain/errors';
import { noteAdded, notePostedBy } from '../domain/internal-notes';
import { Undeliverable } from '../jira-ports';
import { PlatformFault, type Actor, type Ports } from '../ports';
import { forAgent, getConversation, requestOf, viewOf, type ForAgentNeeds } from './agent-conversation';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { requestNotThere } from './change-request';
import type { ViewNeeds } from './conversation-view';
import { postOnce, type PostNeeds } from './post-once';

type Needs = ForAgentNeeds &
  ConversationNeeds &
  ViewNeeds &
  PostNeeds & { serviceDesk: Pick<Ports['serviceDesk'], 'request' | 'note' | 'findNote' | 'notesOf'> };

const beingAdded = refuse('unavailable', 'This note is already being added. Try again in half a minute.');

/**
 * An internal note in the request, of the acting agent (rule D6): nothing of it is stored here, and it is nobody's answer.
 * The same operation sent twice is one comment.
 */
export async function addNote(
  ports: Needs,
  actor: Actor,
  {
    conversationId,
    message: text,
    operationId,
  }: { conversationId: string; message: string; operationId: string },
): Promise<Result<ConversationView>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  const request = requestOf(found.value);
  if (!request.ok) return request;
  const issue = request.value;
  const isNoted = (conversation: typeof found.value): boolean =>
    notePostedBy(conversation, operationId) !== null;
  if (isNoted(found.value)) return viewOf(ports, { kind: 'unchanged', conversation: found.value });
  const others = (found.value.notes?.posted ?? []).map(({ comment }) => comment);
  try {
    const outcome = await postOnce(ports, {
      conversationId,
      operationId,
      isNoted,
      post: () => ports.serviceDesk.note(issue.key, text),
      find: () => ports.serviceDesk.findNote(issue.key, { author: actor.accountId, text, others }),
    });
    if (outcome === 'being-sent') return beingAdded;
    if (outcome === 'noted') return await getConversation(ports, actor, { conversationId });
    const comment = outcome.posted;
    const mark = await markSince(ports, issue.id, comment);
    const changed = await changeExisting(ports, conversationId, (conversation) =>
      noteAdded(conversation, { operation: operationId, comment, mark }),
    );
    return await viewOf(ports, changed);
  } catch (fault) {
    if (!(fault instanceof Undeliverable)) throw fault;
    if (fault.reason !== 'request-gone')
      return refuse(
        'conflict',
        'Jira doesn’t accept this note. You don’t have permission to add internal notes.',
      );
    const { error } = await requestNotThere(ports, conversationId, issue);
    return refuse('conflict', error.message);
  }
}

/** The note is there; should Jira not say what is beside it, the next look does. */
async function markSince({ serviceDesk }: Needs, issueId: string, comment: string): Promise<string> {
  try {
    return (await serviceDesk.notesOf(issueId, null)).mark;
  } catch (fault) {
    if (fault instanceof PlatformFault) return `since ${comment}`;
    throw fault;
  }
}
