import type { Payload } from '../../../src/contract/functions';
import type {
  ExportedChat,
  ExportedMessage,
  PersonBlock,
  PersonChat,
} from '../../../src/contract/personal-data';
import type { Call } from '../../app/call';
import type { ErrorCode } from '../../../src/domain/errors';

export type Whom = Payload<'findPerson'>['whom'];

export interface SearchedProject {
  id: string;
  key: string;
  name: string;
}

/** An outcome that a person is told: the value, or why there is none. */
export type Outcome<T> = { value: T } | { failure: ErrorCode };

/** Looks through all chats of a project; `progress` is told how many so far. */
export async function findAll(
  call: Call,
  projectId: string,
  whom: Whom,
  progress: (looked: number) => void,
): Promise<Outcome<{ chats: PersonChat[]; blocks: PersonBlock[]; looked: number }>> {
  // Between two pages a chat may move from one to the other.
  const chats = new Map<string, PersonChat>();
  const blocks: PersonBlock[] = [];
  let looked = 0;
  let cursor: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof call<'findPerson'>>> = await call('findPerson', {
      projectId,
      whom,
      ...(cursor !== null && { cursor }),
    });
    if (!answer.ok) return { failure: answer.error.code };
    for (const chat of answer.value.chats) chats.set(chat.conversationId, chat);
    blocks.push(...(answer.value.blocks ?? []));
    looked += answer.value.looked;
    ({ cursor } = answer.value);
    progress(looked);
  } while (cursor !== null);
  return { value: { chats: [...chats.values()], blocks, looked } };
}

/** What a person is handed out: with a head that says what it is, of when and from where. */
export interface PersonFile {
  what: string;
  from: string;
  project: SearchedProject;
  whom: Whom;
  exportedAt: string;
  operationId: string;
  chats: (ExportedChat & { messages: ExportedMessage[] })[];
  blocks: readonly PersonBlock[];
}

export async function collect(
  call: Call,
  request: { project: SearchedProject; whom: Whom; operationId: string; from: string },
  { chats, blocks }: { chats: readonly PersonChat[]; blocks: readonly PersonBlock[] },
  progress: (done: number) => void,
): Promise<Outcome<PersonFile>> {
  const { project, whom, operationId, from } = request;
  const collected: PersonFile['chats'] = [];
  let exportedAt = '';
  for (const { conversationId } of chats) {
    const messages: ExportedMessage[] = [];
    let next: number | null = 1;
    let chat: ExportedChat | null = null;
    while (next !== null) {
      const answer: Awaited<ReturnType<typeof call<'exportPerson'>>> = await call('exportPerson', {
        projectId: project.id,
        whom,
        conversationId,
        from: next,
        operationId,
      });
      if (!answer.ok) {
        // It expired, or was erased, since it was found.
        if (answer.error.code === 'not-found') break;
        return { failure: answer.error.code };
      }
      ({ chat, next, now: exportedAt } = answer.value);
      messages.push(...answer.value.messages);
    }
    if (chat) collected.push({ ...chat, messages });
    progress(collected.length);
  }
  const what = 'What Frontdesk keeps about one person in one project. Jira keeps the requests themselves.';
  return { value: { what, from, project, whom, exportedAt, operationId, chats: collected, blocks } };
}

/** What is shown of an erasure, and kept by whoever asked for it. It does not say of whom. */
export interface Receipt {
  what: string;
  project: SearchedProject;
  operationId: string;
  fingerprint: string;
  fingerprintOf: string;
  erasedAt: string;
  /** Account id. */
  by: string;
  chats: number;
  messages: number;
  requestsStillInJira: string[];
  /** Chats of which something was not in Jira yet. */
  notErased: number;
  /** Blocks of theirs that ended. */
  unblocked: number;
}

/** `before`: what an attempt that broke off had erased; it is not found a second time. */
export async function eraseAll(
  call: Call,
  request: { project: SearchedProject; whom: Whom; operationId: string; by: string },
  before: Receipt | null,
  progress: (looked: number) => void,
): Promise<{ value: Receipt } | { failure: ErrorCode; soFar: Receipt }> {
  const { project, whom, operationId, by } = request;
  const receipt: Receipt = {
    what: 'Receipt: what Frontdesk kept about one person in one project was erased.',
    project,
    operationId,
    fingerprint: '',
    fingerprintOf:
      'SHA-256, base64url, of the operation id, a space, and the email in lower case or the account id',
    erasedAt: '',
    by,
    chats: before?.chats ?? 0,
    messages: before?.messages ?? 0,
    requestsStillInJira: [...(before?.requestsStillInJira ?? [])],
    notErased: 0,
    unblocked: before?.unblocked ?? 0,
  };
  let cursor: string | null = null;
  let looked = 0;
  do {
    const answer: Awaited<ReturnType<typeof call<'erasePerson'>>> = await call('erasePerson', {
      projectId: project.id,
      whom,
      operationId,
      ...(cursor !== null && { cursor }),
    });
    if (!answer.ok) return { failure: answer.error.code, soFar: receipt };
    const { erased, waiting, fingerprint, now } = answer.value;
    receipt.chats += erased.length;
    receipt.messages += erased.reduce((sum, { messages }) => sum + messages, 0);
    receipt.requestsStillInJira.push(...erased.flatMap(({ issueKey }) => issueKey ?? []));
    receipt.notErased += waiting.length;
    receipt.unblocked += answer.value.unblocked ?? 0;
    Object.assign(receipt, { fingerprint, erasedAt: now });
    looked += answer.value.looked;
    ({ cursor } = answer.value);
    progress(looked);
  } while (cursor !== null);
  return { value: receipt };
}
