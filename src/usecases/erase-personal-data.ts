import type { PersonChat, PersonErased } from '../contract/personal-data';
import { withoutWords } from '../domain/conversation-erasure';
import { unchanged } from '../domain/conversation-transitions';
import { beginErasure, eraseMessagesOf, nameOfWhom, type Whom } from '../domain/personal-data';
import { succeed, type Result } from '../domain/errors';
import { note } from '../domain/settings-transitions';
import type { Actor, Ports } from '../ports';
import { changeConversation, changeExisting } from './change-conversation';
import { changeDesk } from './change-desk';
import { blocksOfPerson } from './blocks-of-person';
import { chatsOfPerson, personChat, type FoundChat } from './chats-of-person';
import { forgetOwner } from './erase-chat';
import { administratorsOnly, rolesIn } from './standing';

export interface EraseInput {
  projectId: string;
  whom: Whom;
  cursor?: string | undefined;
  operationId: string;
}

/**
 * Erases what is kept about a person in a project, one page of its chats at a time (rule T8). The log says so first, and
 * each chat says whose it is until all else of it is gone: whatever breaks off is found and done when it is asked for again.
 */
export async function erasePersonalData(
  ports: Ports,
  actor: Actor,
  { projectId, whom, cursor, operationId }: EraseInput,
): Promise<Result<PersonErased>> {
  const allowed = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!allowed.ok) return allowed;
  const logged = await changeDesk(ports, projectId, (desk, now) =>
    note(desk, { actor: actor.accountId, operationId, now }, 'erased-person'),
  );
  if (!logged.ok) return logged;
  const [page, siteUrl] = await Promise.all([
    chatsOfPerson(ports, projectId, whom, cursor ?? null),
    ports.siteUrl(),
  ]);
  const erased: PersonChat[] = [];
  const waiting: PersonChat[] = [];
  for (const found of page.found) {
    const isDone = found.own ? await eraseOwn(ports, found) : await eraseTheirWords(ports, found, whom);
    (isDone ? erased : waiting).push(personChat(found, siteUrl));
  }
  // An address stands in it. Once all chats were looked through: whoever is asked again finds it still.
  const blocks = page.cursor === null ? await blocksOfPerson(ports, projectId, whom) : [];
  for (const { blockId } of blocks) await ports.blocks.remove(projectId, blockId);
  const { crypto, clock } = ports;
  return succeed({
    now: new Date(clock.now()).toISOString(),
    looked: page.looked,
    erased,
    waiting,
    ...(blocks.length > 0 && { unblocked: blocks.length }),
    cursor: page.cursor,
    fingerprint: crypto.hash(`${operationId} ${nameOfWhom(whom)}`),
  });
}

/** False: something of it is not in Jira yet, and nobody would ever get it. */
async function eraseOwn(ports: Ports, { conversation: { id } }: FoundChat): Promise<boolean> {
  let isWaiting = false;
  const begun = await changeConversation(ports, id, (conversation, now) => {
    isWaiting = (conversation?.pending.length ?? 0) > 0;
    if (!conversation) return null;
    return isWaiting ? unchanged(conversation) : beginErasure(conversation, now);
  });
  if (isWaiting) return false;
  if (!begun || begun.kind === 'refused') return true;
  const { conversation } = begun;
  await forgetOwner(ports, conversation);
  await ports.conversations.eraseWords(id, 1, conversation.n);
  await changeExisting(ports, id, withoutWords);
  return true;
}

/** What they said in somebody else's chat; the rest of it is not theirs. */
async function eraseTheirWords(
  ports: Ports,
  { conversation: { id } }: FoundChat,
  whom: Whom,
): Promise<boolean> {
  if (!('accountId' in whom)) return true;
  for (;;) {
    const before = await ports.conversations.read(id);
    if (!before) return true;
    const events = await ports.conversations.events(id, 1, before.n);
    const step = await changeExisting(ports, id, (conversation) =>
      eraseMessagesOf(conversation, whom.accountId, events),
    );
    if (step?.kind !== 'changed') return true;
  }
}
