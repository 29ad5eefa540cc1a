import type { ConversationView } from '../contract/agent-conversation';
import type { Conversation } from '../domain/conversation';
import { unchanged } from '../domain/conversation-transitions';
import { requestChanged, requestGone, requestMoved } from '../domain/request-transitions';
import { refuse, type Result } from '../domain/errors';
import type { RequestNow, RequestState } from '../domain/service-request';
import type { NotDone, RequestChange } from '../jira-ports';
import type { Actor, Ports } from '../ports';
import { forAgent, movedAway, requestOf, viewOf, type ForAgentNeeds } from './agent-conversation';
import { changeExisting, type Changed, type ConversationNeeds } from './change-conversation';
import type { ViewNeeds } from './conversation-view';
import { personIn } from './inbox-rows';

type LookNeeds = ConversationNeeds & { serviceDesk: Pick<Ports['serviceDesk'], 'request'> };

export type ChangeRequestNeeds = ForAgentNeeds &
  ConversationNeeds &
  ViewNeeds & { serviceDesk: Pick<Ports['serviceDesk'], 'request' | 'assign' | 'resolve' | 'openAgain'> };

type Issue = NonNullable<Conversation['issue']>;

/**
 * Changes the request in Jira, and takes over what it is then, also where Jira refused: somebody else may have been
 * there. `isSo`: what was asked for, however it came about.
 */
export async function changeRequest(
  ports: ChangeRequestNeeds,
  actor: Actor,
  conversationId: string,
  {
    change,
    isSo,
  }: {
    /** `state`: the request as it was just read, where it was. */
    change: (issue: Issue, projectId: string) => Promise<RequestChange & { state?: RequestNow }>;
    isSo: (state: RequestState) => boolean;
  },
): Promise<Result<ConversationView>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  const request = requestOf(found.value);
  if (!request.ok) return request;
  const issue = request.value;
  const outcome = await change(issue, found.value.projectId);
  const siteUrl = outcome.done ? null : await ports.siteUrl();
  if (!outcome.done && CHANGES_NOTHING.has(outcome.why)) return refusalOf(outcome, siteUrl, issue);
  const { state, changed } = await lookAgain(ports, conversationId, issue, outcome.state);
  if (!outcome.done && outcome.why === 'moved') return movedAway;
  if (!outcome.done && outcome.why === 'taken') return takenBy(ports, state?.assignee ?? null);
  if (outcome.done || (state && isSo(state))) return viewOf(ports, changed);
  return outcome.why === 'gone' ? notThere(state, issue) : refusalOf(outcome, siteUrl, issue);
}

/** Nobody was asked to do anything yet. */
const CHANGES_NOTHING: ReadonlySet<NotDone> = new Set(['which', 'wants']);

/** An agent's comment found no request. It may be hidden from them alone. */
export const requestNotThere = async (
  ports: LookNeeds,
  conversationId: string,
  issue: Issue,
): Promise<ReturnType<typeof refuse>> =>
  notThere((await lookAgain(ports, conversationId, issue)).state, issue);

/** Asked as the app, which sees what one person may not. */
async function lookAgain(
  ports: LookNeeds,
  conversationId: string,
  issue: Issue,
  known?: RequestNow,
): Promise<{ state: RequestNow | null; changed: Changed | null }> {
  const state = known ?? (await ports.serviceDesk.request(issue.id));
  const changed = await changeExisting(ports, conversationId, (conversation, now) => {
    // The chat may go on in a new request by now.
    if (conversation.issue?.id !== issue.id) return unchanged(conversation);
    if (!state) return requestGone(conversation, now);
    return state.projectId === conversation.projectId
      ? requestChanged(conversation, state, now)
      : requestMoved(conversation, now);
  });
  return { state, changed };
}

const notThere = (state: RequestState | null, { key }: Issue): ReturnType<typeof refuse> =>
  state
    ? refuse('not-allowed', `You can’t see ${key} in Jira. Ask a space admin for access.`)
    : refuse('not-found', `The request ${key} no longer exists. It was deleted in Jira, or hidden.`);

/** Somebody was there a moment earlier: whoever asked is told who. */
async function takenBy(
  { jira }: { jira: Pick<Ports['jira'], 'people'> },
  accountId: string | null,
): Promise<ReturnType<typeof refuse>> {
  const assignee = accountId === null ? null : personIn(await jira.people([accountId]), accountId);
  const { ok, error } = refuse(
    'conflict',
    assignee
      ? `${assignee.name ?? 'Someone else'} took this chat a moment ago. Check its latest version.`
      : 'No one has this chat now. Check its latest version.',
  );
  return { ok, error: { ...error, assignee } };
}

/** None of it says "try again": it would not help. */
function refusalOf(
  { why, says }: Extract<RequestChange, { done: false }>,
  siteUrl: string | null,
  { key }: Issue,
): ReturnType<typeof refuse> {
  const open = siteUrl === null ? `Open ${key} in Jira.` : `Open it in Jira: ${siteUrl}/browse/${key}`;
  const names = says.map((name) => `“${name}”`).join(', ');
  switch (why) {
    case 'no-way':
      return refuse(
        'conflict',
        `The workflow of this request doesn’t allow that from its current status. ${open}`,
      );
    case 'which':
      return refuse('conflict', `Choose how this request ends: ${names}.`);
    case 'wants':
      return refuse('conflict', `Jira asks for more before this request ends: ${names}. ${open}`);
    case 'meanwhile':
      return refuse(
        'conflict',
        'Someone else changed this request at the same moment. Check its latest version.',
      );
    case 'moved':
      return movedAway;
    case 'taken':
      return refuse('conflict', 'Someone else took this chat a moment ago. Check its latest version.');
    case 'gone':
      return refuse('not-found', `The request ${key} no longer exists, or you can’t see it.`);
    case 'not-allowed':
      return inJirasWords('not-allowed', says, 'Jira doesn’t let you do this. Ask a space admin.');
    case 'refused':
      return inJirasWords('conflict', says, `Jira refused this. ${open}`);
  }
}

function inJirasWords(
  code: 'not-allowed' | 'conflict',
  says: string[],
  sentence: string,
): ReturnType<typeof refuse> {
  const { ok, error } = refuse(code, [sentence, ...says].join(' '));
  return { ok, error: { ...error, ...(says.length > 0 && { jiraSays: says }) } };
}
