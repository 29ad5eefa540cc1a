import type { ExportedChat, ExportedMessage, PersonExport } from '../contract/personal-data';
import type { Conversation, ConversationEvent } from '../domain/conversation';
import { EXPORTED_BYTES, EXPORTED_EVENTS } from '../domain/limits';
import { isChatOf, type Whom } from '../domain/personal-data';
import { refuse, succeed, type Result } from '../domain/errors';
import { note } from '../domain/settings-transitions';
import { confidenceOf } from '../domain/visitor-registration';
import type { Actor, Ports } from '../ports';
import { changeDesk } from './change-desk';
import { administratorsOnly, rolesIn } from './standing';

export interface ExportInput {
  projectId: string;
  whom: Whom;
  conversationId: string;
  from?: number | undefined;
  operationId: string;
}

/** One chat of a person as it is kept, a piece at a time; the log says that somebody took it, once an operation. */
export async function exportPerson(
  ports: Ports,
  actor: Actor,
  { projectId, whom, conversationId, from = 1, operationId }: ExportInput,
): Promise<Result<PersonExport>> {
  const allowed = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!allowed.ok) return allowed;
  const conversation = await ports.conversations.read(conversationId);
  if (conversation?.projectId !== projectId) return refuse('not-found', 'This chat no longer exists.');
  const logged = await changeDesk(ports, projectId, (desk, now) =>
    note(desk, { actor: actor.accountId, operationId, now }, 'exported-person'),
  );
  if (!logged.ok) return logged;
  const own = isChatOf(conversation, whom);
  const { events, next } = await piece(ports, conversation, from);
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    chat: exportedChat(conversation, own, await ports.siteUrl()),
    messages: events.flatMap((event) => exportedMessage(event, own, whom)),
    next,
  });
}

/** From `from` on, as much as one answer holds. */
async function piece(
  { conversations }: Pick<Ports, 'conversations'>,
  { id, n }: Conversation,
  from: number,
): Promise<{ events: ConversationEvent[]; next: number | null }> {
  const events: ConversationEvent[] = [];
  let at = from;
  for (let bytes = 0; at <= n && bytes < EXPORTED_BYTES; at += EXPORTED_EVENTS) {
    const some = await conversations.events(id, at, Math.min(n, at + EXPORTED_EVENTS - 1));
    events.push(...some);
    bytes += new TextEncoder().encode(JSON.stringify(some)).length;
  }
  return { events, next: at <= n ? at : null };
}

function exportedChat(conversation: Conversation, own: boolean, siteUrl: string | null): ExportedChat {
  const { id, createdAt, issue, visitor, page, locale, context = {} } = conversation;
  return {
    conversationId: id,
    startedAt: new Date(createdAt).toISOString(),
    own,
    issueKey: issue?.key ?? null,
    issueUrl: issue && siteUrl && `${siteUrl}/browse/${issue.key}`,
    ...(own && {
      person: { ...visitor, confidence: confidenceOf(conversation), page, language: locale, context },
    }),
  };
}

/** A message that reads otherwise now is kept as it reads now, and is handed out so. */
function exportedMessage(event: ConversationEvent, own: boolean, whom: Whom): ExportedMessage[] {
  if (event.kind !== 'message' || event.gone) return [];
  const isTheirs = own
    ? event.from === 'visitor' && event.author === null
    : 'accountId' in whom && event.author === whom.accountId;
  if (!own && !isTheirs) return [];
  const from = isTheirs ? 'person' : event.from === 'visitor' ? 'customer' : event.from;
  return [{ at: new Date(event.at).toISOString(), from, text: event.text }];
}
