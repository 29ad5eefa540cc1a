import { randomUUID } from 'node:crypto';
import type { ConversationMessage } from '../../src/contract/agent-conversation';
import type { InboxRow } from '../../src/contract/inbox';
import type { InboxFilter } from '../../src/domain/conversation-listing';
import type { Values } from '../../src/contract/functions';
import { SUP, type SiteDriver } from './a-site';
import type { VisitorDriver } from './a-visitor';

/** What agents do with the chat of one visitor, from the inbox and in Jira itself. */
export interface ChatDriver {
  /** Until every job and event of what was just done has run. */
  settle(): Promise<void>;
  inbox(filter?: InboxFilter, account?: string): Promise<InboxRow[]>;
  open(account?: string): Promise<Values['getConversation']>;
  /** All messages, page by page, as an agent gets them who asks for the earlier ones. */
  transcript(account?: string): Promise<ConversationMessage[]>;
  reply(message: string, account?: string, operationId?: string): Promise<Values['reply']>;
  jira(
    account: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }>;
}

export function aChat(app: SiteDriver, visitor: () => Pick<VisitorDriver, 'conversationId'>): ChatDriver {
  const settle = async (): Promise<void> => {
    await app.clock.run(app.site.idle());
    await app.clock.advance(2_000);
  };
  return {
    settle,
    async inbox(filter = 'unanswered', account = 'ann') {
      return (await app.value(account, 'listConversations', { projectId: SUP, filter })).rows;
    },
    open: (account = 'ann') =>
      app.value(account, 'getConversation', { conversationId: visitor().conversationId() }),
    async transcript(account = 'ann') {
      const conversationId = visitor().conversationId();
      const all: ConversationMessage[] = [];
      for (let before: number | null | undefined; before !== null;) {
        const asked: { before?: number } = before === undefined ? {} : { before };
        const view = await app.value(account, 'getConversation', { conversationId, ...asked });
        all.push(...view.messages);
        before = view.earlier;
      }
      return all.sort((a, b) => a.at.localeCompare(b.at) || a.n - b.n);
    },
    reply: (message, account = 'ann', operationId = randomUUID()) =>
      app.value(account, 'reply', { conversationId: visitor().conversationId(), message, operationId }),
    async jira(account, method, path, body) {
      const answer = await app.site.jira.handle({
        method,
        path,
        actor: { kind: 'user', accountId: app.accountId(account) },
        ...(body && { body: JSON.stringify(body) }),
      });
      await settle();
      return {
        status: answer.status,
        body: answer.body === '' ? null : (JSON.parse(answer.body) as unknown),
      };
    },
  };
}
