import { randomUUID } from 'node:crypto';
import type { PublicEvent } from '../../src/contract/conversation';
import type { Payload, Values } from '../../src/contract/functions';
import { aChat, type ChatDriver } from './a-chat';
import { aRequest, type RequestDriver } from './a-request';
import { aRequestPage, type RequestPage } from './a-request-page';
import type { SiteDriver } from './a-site';

/** Cara's request, and Milo's, on which Ann has commented before. */
export const CARAS = 'SUP-1';
export const MILOS = 'SUP-2';

export const aMessage = (text: string): Payload<'talkAboutRequest'> => ({
  message: text,
  clientMessageId: randomUUID(),
});

/** The chat beside a request on the portal, Cara's unless another page is named, and what people do with both. */
export interface TalkDriver {
  chat: ChatDriver;
  request: RequestDriver;
  page: RequestPage;
  /** The one that was said something in last. */
  conversationId(): string;
  /** All that follows from it included. */
  say(text: string, page?: RequestPage): Promise<Values['talkAboutRequest']>;
  events(page?: RequestPage): Promise<PublicEvent[]>;
  /** As Jira has them: who said it, and what. */
  comments(): string[];
  takesPart(account: string): Promise<void>;
}

export function aTalk(app: SiteDriver): TalkDriver {
  let conversationId = '';
  const chat = aChat(app, () => ({ conversationId: () => conversationId }));
  const request = aRequest(app, chat, CARAS);
  const own = aRequestPage(app, 'cara', CARAS);
  return {
    chat,
    request,
    page: own,
    conversationId: () => conversationId,
    async say(text, page = own) {
      const talked = await page.value('talkAboutRequest', aMessage(text));
      ({ conversationId } = talked);
      await chat.settle();
      return talked;
    },
    async events(page = own) {
      return (await page.value('pollRequestTalk', { conversationId, after: 0 })).events;
    },
    comments: () =>
      request
        .issue()
        .comments.map(({ body }) =>
          [...JSON.stringify(body).matchAll(/"text":"(.*?)"/g)].map(([, text]) => text).join(': '),
        ),
    async takesPart(account) {
      const path = `/rest/servicedeskapi/request/${CARAS}/participant`;
      const answer = await chat.jira('ann', 'POST', path, { accountIds: [app.accountId(account)] });
      if (answer.status !== 200) throw new Error(`Jira answered ${JSON.stringify(answer)}`);
    },
  };
}

/** One about somebody's own request, which is in Jira already. */
export async function aTalkOf(app: SiteDriver, account: string, key: string): Promise<string> {
  const { conversationId } = await aRequestPage(app, account, key).value(
    'talkAboutRequest',
    aMessage('Hello'),
  );
  await app.clock.run(app.site.idle());
  await app.clock.advance(61_000);
  return conversationId;
}
