import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, shownTo, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';
import { forgetFollowing } from '../support/stored-chats';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;
let answer: string;

const BEFORE = ['visitor: My order has not come', 'agent: Which order?'];
const shown = async (): Promise<string[]> => shownTo(await visitor.events());

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('My order has not come');
  await chat.settle();
  request = aRequest(app, chat);
  answer = await request.comment('ann', 'Which order?');
  forgetFollowing(app, visitor.conversationId());
});

describe('T5: a chat as it was stored before Jira was asked again', () => {
  it('shows what it showed', async () => {
    expect(await shown()).toEqual(BEFORE);
    expect(await chat.inbox('all')).toMatchObject([{ lastLine: 'Which order?', unanswered: false }]);
  });

  it('follows a correction, and keeps nothing of what was said before it', async () => {
    await app.clock.advance(1_000);
    await request.edit('ann', answer, 'Which number?');
    expect(await shown()).toEqual([BEFORE[0], 'agent: Which number?']);
    expect(await chat.inbox('all')).toMatchObject([{ lastLine: 'Which number?' }]);
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain('Which order?');
  });

  it('waits again when its last word was an answer that is taken back', async () => {
    await request.remove('ann', answer);
    expect(await shown()).toEqual([BEFORE[0]]);
    expect(await chat.inbox('unanswered')).toMatchObject([{ lastLine: 'My order has not come' }]);
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain('Which order?');
  });

  it('follows its request into another project and back, and is erased with it (T8)', async () => {
    await request.change({ action: 'move', to: 'OPS' });
    expect((await chat.open()).row).toMatchObject({ ended: true, failure: 'request-moved' });
    await request.change({ action: 'move', to: 'SUP' });
    expect((await chat.open()).row).toMatchObject({ ended: false, failure: null });
    await request.change({ action: 'delete' });
    for (const word of ['My order', 'Which order'])
      expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(word);
  });

  it('has an answer of which no event came after the visitor’s next words', async () => {
    await request.unheard(() => request.comment('ann', 'It is on its way'));
    await visitor.send('Hello?');
    await chat.settle();
    await app.clock.advance(15 * MINUTE);
    await chat.settle();
    expect((await shown()).sort()).toEqual([...BEFORE, 'agent: It is on its way', 'visitor: Hello?'].sort());
  });

  it('has an answer of which no event came while its visitor waits before an open page', async () => {
    await request.unheard(() => request.comment('ann', 'It is on its way'));
    await app.clock.advance(3 * MINUTE);
    await visitor.poll(0, true);
    await chat.settle();
    expect(await shown()).toEqual([...BEFORE, 'agent: It is on its way']);
  });
});
