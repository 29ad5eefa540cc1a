import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { adfOfText } from '../../local/jira/records/adf';
import type { ConversationView } from '../../src/contract/agent-conversation';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: Awaited<ReturnType<typeof aSiteWithJira>>;
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

beforeEach(async () => {
  app = await aSiteWithJira();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('My order has not come');
  await chat.settle();
  request = aRequest(app, chat);
});

const noting = (message: string, operationId: string = randomUUID()) => ({
  conversationId: visitor.conversationId(),
  message,
  operationId,
});

const addNote = (message: string, account = 'ann', operationId?: string) =>
  app.value(account, 'addNote', noting(message, operationId));

const told = (view: Pick<ConversationView, 'notes'>): string[] =>
  (view.notes ?? []).map(({ agent, text }) => `${agent?.name ?? 'app'}: ${text}`);

const restricted = (text: string) =>
  chat.jira('ann', 'POST', `/rest/api/3/issue/${request.issue().key}/comment`, {
    body: adfOfText(text),
    visibility: { type: 'role', value: 'Service Desk Team', identifier: 'Service Desk Team' },
  });

describe('D6: an internal note', () => {
  it('is an internal comment of the agent in Jira, as it was typed, and is shown to the agents', async () => {
    const text = 'Same zip as in *SUP-3*.\n{not} [a link|x]: offer #1';
    expect(told(await addNote(text))).toEqual([`Ann Agent: ${text}`]);
    expect(request.issue().comments.at(-1)).toMatchObject({
      isPublic: false,
      authorId: app.accountId('ann'),
    });
    await chat.settle();
    expect(told(await chat.open('bo'))).toEqual([`Ann Agent: ${text}`]);
  });

  it('is no answer: who waits, the last word and the lists stay as they are', async () => {
    const [before] = await chat.inbox();
    await addNote('Between us');
    await request.comment('bo', 'Between us, too', { internal: true });
    expect(before?.unanswered).toBe(true);
    expect(await chat.inbox()).toEqual([before]);
  });

  it('sent twice under one operation is one comment, also at the same time', async () => {
    const operationId = randomUUID();
    await Promise.all([addNote('Once', 'ann', operationId), addNote('Once', 'ann', operationId)]);
    await addNote('Once', 'ann', operationId);
    expect(request.issue().comments).toHaveLength(1);
    await addNote('Once');
    expect(request.issue().comments).toHaveLength(2);
  });

  it('whose answer was lost is found again in Jira by the next attempt', async () => {
    const operationId = randomUUID();
    await addNote('Twice said');
    app.wire.instead = ({ method, path, actor, body }) => {
      if (method !== 'POST' || !path.includes('/servicedeskapi/request/')) return null;
      app.wire.instead = null;
      // Jira takes it, and its answer never comes.
      void app.jira.handle({ method, path, actor, ...(body !== undefined && { body }) });
      return { status: 502, body: '<html>', headers: {} };
    };
    const lost = await app.call('ann', 'addNote', noting('Twice said', operationId));
    expect(lost).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    await app.clock.advance(30_000);
    expect(told(await addNote('Twice said', 'ann', operationId))).toHaveLength(2);
    expect(request.issue().comments).toHaveLength(2);
  });

  const REFUSALS: [string, number, string][] = [
    ['may not add one', 403, 'conflict'],
    ['finds no request', 404, 'conflict'],
    ['asks too often', 429, 'unavailable'],
  ];
  it.each(REFUSALS)('of somebody who %s (%i) is not there, and says so: %s', async (_, status, code) => {
    app.wire.instead = ({ method, path }) =>
      method === 'POST' && path.includes('/servicedeskapi/request/')
        ? { status, body: JSON.stringify({ errorMessage: 'No.' }), headers: {} }
        : null;
    expect(await app.call('ann', 'addNote', noting('Between us'))).toMatchObject({
      ok: false,
      error: { code },
    });
    app.wire.instead = null;
    expect(request.issue().comments).toEqual([]);
    expect(told(await chat.open())).toEqual([]);
  });

  it('costs the permission, the comment, a look at the notes and at the ways out: then the chat is read without asking for notes', async () => {
    app.wire.forget();
    await addNote('Between us');
    expect(app.wire.calls.filter(({ as }) => as === 'user')).toHaveLength(3);
    // Beside it the event of the comment, which looks at the request.
    expect(app.wire.calls.filter(({ call }) => !/issue\/\d+$/.test(call))).toHaveLength(4);
    await chat.settle();
    app.wire.forget();
    await chat.open('bo');
    expect(app.wire.calls.filter(({ call }) => call.endsWith('/comment'))).toEqual([]);
  });
});

describe('D6, T5: notes that are written in Jira', () => {
  it('are shown to agents as Jira has them now: added, edited, deleted', async () => {
    const id = await request.comment('bo', 'Ask the workshop', { internal: true });
    expect(told(await chat.open())).toEqual(['Bo Becker: Ask the workshop']);
    await app.clock.advance(1_000);
    await request.edit('bo', id, 'Ask the shop');
    expect(await chat.open()).toMatchObject({ notes: [{ text: 'Ask the shop', edited: true }] });
    await request.remove('bo', id);
    expect(told(await chat.open())).toEqual([]);
  });

  it('are there after the next look when their event was lost', async () => {
    await request.unheard(() => request.comment('bo', 'Unheard', { internal: true }));
    expect(told(await chat.open())).toEqual([]);
    await request.comment('bo', 'For the customer');
    expect(told(await chat.open())).toEqual(['Bo Becker: Unheard']);
  });

  it('that become public are messages; messages that become internal are notes, and go from the customer’s page', async () => {
    const publicId = await request.comment('bo', 'It is on its way');
    const internalId = await request.comment('bo', 'Ask the workshop', { internal: true });
    const [first, second] = [publicId, internalId].map((id) =>
      request.issue().comments.find((comment) => comment.id === id),
    );
    if (!first || !second) throw new Error('Jira has no comments');
    first.isPublic = false;
    second.isPublic = true;
    await request.edit('bo', publicId, 'It is on its way');
    await request.edit('bo', internalId, 'Ask the workshop');
    const view = await chat.open();
    expect(told(view)).toEqual(['Bo Becker: It is on its way']);
    // No “deleted” beside the note that says the same.
    expect(view.messages.map(({ text }) => text)).toEqual(['My order has not come', 'Ask the workshop']);
    expect(said(await visitor.events())).not.toContain('agent: It is on its way');
  });

  it('are shown for a reply that was made internal, and another that was deleted is still said to be (D6, T5)', async () => {
    await chat.reply('Sent by mistake');
    await app.clock.advance(1_000);
    await chat.reply('Deleted later');
    await chat.settle();
    const [mistake, deleted] = request.issue().comments.slice(-2);
    if (!mistake || !deleted) throw new Error('Jira has no comments');
    await app.clock.advance(1_000);
    mistake.isPublic = false;
    await request.edit('ann', mistake.id, 'Sent by mistake');
    await request.remove('ann', deleted.id);
    const view = await chat.open();
    expect(told(view)).toEqual(['Ann Agent: Sent by mistake']);
    expect(view.messages.map(({ text, deleted: gone }) => (gone ? 'deleted' : text))).toEqual([
      'My order has not come',
      'deleted',
    ]);
  });

  it('are not shown where only a role may read them', async () => {
    await restricted('For the team’s eyes');
    await addNote('For agents');
    expect(told(await chat.open())).toEqual(['Ann Agent: For agents']);
  });

  it('cannot be shown while Jira does not say them: the chat is, and says so', async () => {
    await request.unheard(() => request.comment('bo', 'Unheard', { internal: true }));
    await request.comment('bo', 'For the customer');
    app.wire.instead = ({ path }) =>
      /\/comment\?/.test(path) ? { status: 503, body: '', headers: {} } : null;
    const view = await chat.open();
    expect(view.notes).toBeNull();
    expect(view.messages.at(-1)?.text).toBe('For the customer');
  });
});

describe('T4: no customer’s page is ever told a note', () => {
  it('whatever agents write, in whichever order, and nothing stored has a word of it', async () => {
    const written = fc.array(fc.constantFrom('note', 'comment in Jira', 'restricted', 'reply'), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(written, async (kinds) => {
        for (const kind of kinds) {
          const secret = `Confidential ${randomUUID()}`;
          if (kind === 'note') await addNote(secret);
          else if (kind === 'comment in Jira') await request.comment('bo', secret, { internal: true });
          else if (kind === 'restricted') await restricted(secret);
          else await chat.reply('For the customer');
        }
        await visitor.send('Hello?');
        await chat.settle();
        const { body, headers } = await visitor.poll(0);
        const portal = await app.call('cara', 'getPortalAvailability', { portalId: '1' });
        const poll = await app.call('cara', 'pollConversation', {
          conversationId: visitor.conversationId(),
          token: visitor.token(),
          after: 0,
        });
        const list = await chat.inbox('all');
        const news = await app.value('ann', 'getNewMessages', { since: '2026-11-22T00:00:00Z' });
        const answers = JSON.stringify([body, headers, await visitor.events(), portal, poll, list, news]);
        expect(answers).not.toContain('Confidential');
        expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain('Confidential');
      }),
      { numRuns: 6 },
    );
  });
});
