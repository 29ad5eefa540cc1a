import { customerName, isUnanswered } from '../domain/conversation';
import type { ConversationPage, ListedConversation } from '../domain/conversation-listing';
import { calendarDay } from '../domain/clock/slot-spans';
import { refuse, succeed, type Result } from '../domain/errors';
import { firstAnswersSince } from '../domain/first-answers';
import { PANEL_ROWS } from '../domain/limits';
import { lengthOf, onlineSpans } from '../domain/online-spans';
import type { Person } from '../domain/person';
import { agentsOnline, onlineSession } from '../domain/presence';
import { TEAM_CHATS, TEAM_LOG_PAGES, TEAM_LOOKS_BACK_MS, TEAM_SAID_PAGES } from '../domain/team-limits';
import { waitingSinceOf } from '../domain/waiting';
import type { Team, TeamMember, WaitingChat } from '../contract/team';
import type { Actor, Ports } from '../ports';
import { agentRow, deskState } from './get-panel';
import { accountsOn, personIn } from './inbox-rows';
import { hasPart, isAgent, mayAdminister, projectRoles } from './standing';

type Needs = Pick<Ports, 'clock'> & {
  jira: Pick<Ports['jira'], 'myRoles' | 'project' | 'people'>;
  desks: Pick<Ports['desks'], 'read'>;
  log: Pick<Ports['log'], 'since'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'counted' | 'saidSince'>;
};

const notTheirs = refuse(
  'not-allowed',
  'Only agents and admins of this space can see its team. Ask a space admin to make you one.',
);

/**
 * Rule D11. On a quiet desk four reads of storage: the desk, and a page each of the log, of what waits and of what was said
 * today; ten at most.
 */
export async function getTeam(
  ports: Needs,
  actor: Actor,
  { projectId, zone }: { projectId: string; zone: string },
): Promise<Result<Team>> {
  const found = await projectRoles(ports, actor, projectId);
  if (!found.ok) return found;
  const { project } = found.value;
  if (!hasPart(found.value, projectId)) return notTheirs;
  const now = ports.clock.now();
  const { from } = calendarDay(zone, now);
  const { counted, saidSince } = ports.conversationIndex;
  const [desk, log, waiting, said] = await Promise.all([
    ports.desks.read(projectId),
    ports.log.since(projectId, from - TEAM_LOOKS_BACK_MS, TEAM_LOG_PAGES),
    counted(projectId, 'unanswered'),
    listed((cursor) => saidSince(projectId, from, cursor), TEAM_SAID_PAGES),
  ]);
  const knownFrom = Math.max(from, log.from);
  const spans = onlineSpans(log.entries, desk, { from: knownFrom, now });
  const online = desk ? agentsOnline(desk, now) : [];
  const rows = online.slice(0, PANEL_ROWS);
  const isTheirs = isAgent(found.value, projectId);
  const unanswered = waiting.conversations
    .filter(isUnanswered)
    .sort((a, b) => waitingSinceOf(a) - waitingSinceOf(b));
  const shown = isTheirs ? unanswered.slice(0, TEAM_CHATS) : [];
  const people = await ports.jira.people([
    ...new Set([...spans.keys(), ...rows.map(({ accountId }) => accountId), ...shown.flatMap(accountsOn)]),
  ]);
  const [longest] = unanswered;
  return succeed({
    now: iso(now),
    project,
    chatEnabled: desk?.settings.chatEnabled ?? false,
    state: deskState(desk ?? undefined, now),
    mayPutOffline: mayAdminister(found.value, projectId),
    isAgent: isTheirs,
    anonymousName: desk?.settings.anonymousName ?? '',
    agents: rows.map((agent) => agentRow(people, agent)),
    onlineCount: online.length,
    today: {
      from: iso(knownFrom),
      people: [...spans]
        .map(([accountId, each]): TeamMember => ({
          ...personIn(people, accountId),
          isOnline: onlineSession(desk?.roster[accountId], now) !== null,
          onlineMs: lengthOf(each),
          spans: each.map((span) => ({ from: iso(span.from), to: iso(span.to) })),
        }))
        .sort(byName),
    },
    waiting: {
      count: unanswered.length,
      isMore: waiting.isMore,
      longestSince: longest ? iso(waitingSinceOf(longest)) : null,
      ...(isTheirs && { chats: shown.map((chat) => waitingChat(chat, people)) }),
    },
    answered: { ...firstAnswersSince(said.conversations, from), isMore: said.isMore },
  });
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** By name, never by how much or how fast: this is no ranking. */
const byName = (a: Person, b: Person): number =>
  (a.name ?? '').localeCompare(b.name ?? '') || a.accountId.localeCompare(b.accountId);

const waitingChat = (chat: ListedConversation, people: Map<string, Person>): WaitingChat => ({
  conversationId: chat.id,
  customer: customerName(chat, people),
  issueKey: chat.issue?.key ?? null,
  since: iso(waitingSinceOf(chat)),
  assignee: chat.assignee === null || chat.assigneeLeft ? null : personIn(people, chat.assignee),
});

/** So many pages at most. */
async function listed(
  next: (cursor: string | null) => Promise<ConversationPage>,
  pages: number,
): Promise<{ conversations: ListedConversation[]; isMore: boolean }> {
  const conversations: ListedConversation[] = [];
  let cursor: string | null = null;
  for (let count = 0; count < pages; count++) {
    const page: ConversationPage = await next(cursor);
    conversations.push(...page.conversations);
    ({ cursor } = page);
    if (cursor === null) break;
  }
  return { conversations, isMore: cursor !== null };
}
