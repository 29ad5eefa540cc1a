import type { ListedConversation } from '../domain/conversation-listing';
import { refuse, succeed, type Result } from '../domain/errors';
import { waitingSinceOf } from '../domain/waiting';
import type { RequestChat } from '../contract/request-chat';
import type { Actor, Ports, IssuePlace } from '../ports';
import { inboxRows, type RowNeeds } from './inbox-rows';
import { agentsOnly, FOR_SHOW, isAgent, rolesIn } from './standing';
import { unansweredIn, type Unanswered, type UnansweredNeeds } from './unanswered-in';

type Needs = RowNeeds &
  Pick<Ports, 'visits'> &
  UnansweredNeeds & {
    conversationIndex: Pick<Ports['conversationIndex'], 'ofIssue'>;
    desks: Pick<Ports['desks'], 'read'>;
    jira: Pick<Ports['jira'], 'myRoles'>;
  };

const noRequest = refuse('not-found', 'No request is open here. Open one in Jira, then try again.');

/**
 * The chat of the request that the actor has open in Jira, and who else waits in its project. It shows what the inbox shows
 * to every agent of the chat's project (rule S7), and to nobody else: where the frame stands, a browser may pretend, and
 * is told no more by it.
 */
export async function getRequestChat(
  ports: Needs,
  actor: Actor,
  place: IssuePlace | null,
): Promise<Result<RequestChat>> {
  if (!place) return noRequest;
  const { issueId, projectId } = place;
  const allowed = agentsOnly(await rolesIn(ports, actor, projectId, FOR_SHOW), projectId);
  if (!allowed.ok) return allowed;
  const [id, desk] = await Promise.all([
    ports.conversationIndex.ofIssue(issueId),
    ports.desks.read(projectId),
  ]);
  const { waiting, current } = await unansweredIn(ports, [projectId], id === null ? [] : [id]);
  const chat = await theirs(ports, actor, projectId, current.get(id ?? ''));
  const [row] = chat ? await inboxRows(ports, [chat]) : [];
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    chat: chat && row ? { projectId: chat.projectId, row, ...elsewhere(chat, issueId) } : null,
    anonymousName: desk?.settings.anonymousName ?? '',
    waiting: countOf(waiting.get(projectId)),
  });
}

/** A request that was moved away keeps its chat, which stays with the agents of the project where it began. */
async function theirs(
  ports: Pick<Needs, 'jira'>,
  actor: Actor,
  projectId: string,
  chat: ListedConversation | undefined,
): Promise<ListedConversation | null> {
  if (!chat || chat.projectId === projectId) return chat ?? null;
  const there = await rolesIn(ports, actor, chat.projectId, FOR_SHOW);
  return there.ok && isAgent(there.value, chat.projectId) ? chat : null;
}

/** After one that had no way back came another. */
const elsewhere = ({ issue }: ListedConversation, issueId: string): { continuesIn?: string } =>
  issue && issue.id !== issueId ? { continuesIn: issue.key } : {};

function countOf(found: Unanswered | undefined): RequestChat['waiting'] {
  const [longest] = found?.chats ?? [];
  if (!found || !longest) return null;
  const longestSince = new Date(waitingSinceOf(longest)).toISOString();
  return { count: found.chats.length, isMore: found.isMore, longestSince };
}
