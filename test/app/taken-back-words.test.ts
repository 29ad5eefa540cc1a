import { beforeEach, describe, expect, it } from 'vitest';
import { adfOfText } from '../../local/jira/records/adf';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import type { SiteDriver } from '../support/a-site';
import { aSiteWithJira, type JiraWire } from '../support/a-site-with-jira';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE, NOON } from '../support/desk-builders';

let app: SiteDriver & { wire: JiraWire };
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

beforeEach(async () => {
  app = await aSiteWithJira();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('The first word: Magnolia');
  await chat.settle();
  request = aRequest(app, chat);
});

/** Everything that anybody is shown, and everything that is stored. */
const everywhere = async (): Promise<Record<string, string>> => ({
  page: JSON.stringify(await visitor.events()),
  inbox: JSON.stringify(await chat.open()),
  list: JSON.stringify(await chat.inbox('all')),
  flags: JSON.stringify(
    await app.value('ann', 'getNewMessages', { since: new Date(NOON - 1).toISOString() }),
  ),
  storage: JSON.stringify(app.site.kvs.snapshot()),
});
const whereIs = async (word: string): Promise<string[]> =>
  Object.entries(await everywhere()).flatMap(([place, text]) => (text.includes(word) ? place : []));

const commentOf = (id: string) => {
  const found = request.issue().comments.find((each) => each.id === id);
  if (!found) throw new Error(`there is no comment ${id}`);
  return found;
};
const newest = (): string => String(request.issue().comments.at(-1)?.id);

const WRITTEN: [whose: string, write: () => Promise<string>, places: string[]][] = [
  [
    'An agent’s answer',
    () => request.comment('ann', 'The password is Tulip'),
    ['page', 'inbox', 'list', 'storage'],
  ],
  [
    'A visitor’s message',
    async () => {
      await visitor.send('My card is Tulip');
      await chat.settle();
      return newest();
    },
    ['page', 'inbox', 'list', 'flags', 'storage'],
  ],
  [
    'A customer’s comment on the portal',
    async () => {
      await request.change({ action: 'change-reporter', account: 'cara' });
      return request.write('cara', 'My card is Tulip');
    },
    ['page', 'inbox', 'list', 'flags', 'storage'],
  ],
];

const TAKEN_BACK: [how: string, done: (id: string) => Promise<void>, left?: string[]][] = [
  ['deleted', (id) => request.remove('joe', id)],
  [
    'deleted without an event',
    async (id) => {
      await request.unheard(() => request.remove('joe', id));
      await app.clock.advance(15 * MINUTE);
      await chat.settle();
    },
  ],
  [
    'made internal',
    async (id) => {
      commentOf(id).isPublic = false;
      await request.assign('bo');
    },
    // A note now, which agents read (rule D6).
    ['inbox'],
  ],
  [
    'restricted to a role',
    (id) => request.change({ action: 'restrict-comment', commentId: id, role: 'Service Desk Team' }),
  ],
  [
    'restricted to a role in which apps are, “jsdPublic” all the same',
    (id) =>
      request.change({ action: 'restrict-comment', commentId: id, role: 'atlassian-addons-project-access' }),
  ],
  [
    'not said to be public any more',
    async () => {
      app.wire.alter = (body) => body.replaceAll(',"jsdPublic":true', '');
      await request.assign('bo');
    },
  ],
  [
    'corrected',
    async (id) => {
      await app.clock.advance(1_000);
      await request.edit('joe', id, 'Nothing of that');
    },
  ],
  [
    'corrected again and again',
    async (id) => {
      for (const text of ['Still Tulip', 'Tulip, I said', 'Nothing of that']) {
        await app.clock.advance(1_000);
        await request.edit('joe', id, text);
      }
    },
  ],
  [
    'corrected, and then deleted',
    async (id) => {
      await app.clock.advance(1_000);
      await request.edit('joe', id, 'Still Tulip');
      await request.remove('joe', id);
    },
  ],
];

describe.each(WRITTEN)('T5: %s', (_whose, write, places) => {
  it.each(TAKEN_BACK)(
    'that was %s is nowhere any more, neither shown nor stored',
    async (_how, takeBack, left = []) => {
      const id = await write();
      expect(await whereIs('Tulip')).toEqual(places);
      await takeBack(id);
      expect(await whereIs('Tulip')).toEqual(left);
      // The control: what nobody took back is there.
      expect(await whereIs('Magnolia')).toEqual(expect.arrayContaining(['page', 'storage']));
    },
  );
});

describe('T5: the request’s description, which is the visitor’s first message', () => {
  const describeAs = async (text: string | null): Promise<void> => {
    request.issue().description = text === null ? null : adfOfText(text);
    await request.assign(request.issue().assigneeId === app.accountId('bo') ? 'ann' : 'bo');
  };
  const textOfFirst = async (): Promise<string | undefined> => (await chat.open()).messages[0]?.text;

  it.each([
    ['with one word out', 'The first word: removed', 'The first word: removed'],
    ['emptied', null, '[…]'],
  ])('edited in Jira, %s, reads so everywhere', async (_how, text, reads) => {
    expect(await whereIs('Magnolia')).toEqual(['page', 'inbox', 'list', 'flags', 'storage']);
    await describeAs(text);
    expect(await whereIs('Magnolia')).toEqual([]);
    expect(await textOfFirst()).toBe(reads);
    expect(await chat.inbox('unanswered')).toMatchObject([{ firstLine: reads, lastLine: reads }]);
  });

  it('edited three times keeps none of what it said between', async () => {
    for (const text of ['Rosebush', 'Lilypond', 'Removed']) await describeAs(text);
    for (const word of ['Magnolia', 'Rosebush', 'Lilypond']) expect(await whereIs(word)).toEqual([]);
    expect(await textOfFirst()).toBe('Removed');
  });

  it('edited without an event reads so after the sweep', async () => {
    await request.unheard(() => describeAs('Removed'));
    await app.clock.advance(15 * MINUTE);
    await chat.settle();
    expect(await whereIs('Magnolia')).toEqual([]);
  });
});

describe('T5: when the last word is taken back', () => {
  it('the one before it is the last, and the visitor waits again (D2)', async () => {
    const id = await request.comment('ann', 'Your invoice number is 12');
    expect(await chat.inbox('unanswered')).toEqual([]);
    await request.remove('ann', id);
    expect(await chat.inbox('unanswered')).toMatchObject([
      { lastFrom: 'visitor', lastLine: 'The first word: Magnolia' },
    ]);
    const { messages } = await app.value('ann', 'getNewMessages', {
      since: new Date(NOON - 1).toISOString(),
    });
    expect(messages).toMatchObject([{ line: 'The first word: Magnolia' }]);
  });

  it('released to everybody again, an answer is shown again and counts', async () => {
    const id = await request.comment('ann', 'It is on its way');
    await request.change({ action: 'restrict-comment', commentId: id, role: 'Service Desk Team' });
    expect(await chat.inbox('unanswered')).toHaveLength(1);
    await request.change({ action: 'restrict-comment', commentId: id, role: null });
    expect(await whereIs('It is on its way')).toEqual(['page', 'inbox', 'list', 'storage']);
    expect(await chat.inbox('unanswered')).toEqual([]);
  });

  it('an answer that is restricted from the start never was there', async () => {
    const path = `/rest/api/3/issue/${request.issue().key}/comment`;
    const visibility = { type: 'role', value: 'Service Desk Team' };
    const { status } = await chat.jira('ann', 'POST', path, { body: adfOfText('Tulip'), visibility });
    expect(status).toBe(201);
    expect(await whereIs('Tulip')).toEqual([]);
    expect(await chat.inbox('unanswered')).toHaveLength(1);
  });

  it('an answer of which Jira does not say whether it is public is shown once it says so', async () => {
    app.wire.alter = (body) => body.replaceAll(',"jsdPublic":true', '');
    await request.comment('ann', 'Tulip');
    expect(await whereIs('Tulip')).toEqual([]);
    app.wire.alter = null;
    await app.clock.advance(15 * MINUTE);
    await chat.settle();
    expect(await whereIs('Tulip')).toEqual(['page', 'inbox', 'list', 'storage']);
  });

  it('an internal note is agents’ alone and never stored, however often it is edited', async () => {
    const id = await request.comment('ann', 'Between us: Tulip', { internal: true });
    expect(await whereIs('Tulip')).toEqual(['inbox']);
    await app.clock.advance(1_000);
    await request.edit('ann', id, 'Between us: Tulip, again');
    expect(await whereIs('Tulip')).toEqual(['inbox']);
  });
});

describe('T5: a request with more comments than one page has', () => {
  const answers = Array.from({ length: 110 }, (_, index) => `answer ${String(index + 1).padStart(3, '0')}.`);
  let ids: string[];

  beforeEach(async () => {
    ids = [];
    await request.unheard(async () => {
      for (const text of answers) ids.push(await request.comment('ann', text));
    });
    await request.assign('bo');
  });

  const shownAnswers = async (): Promise<string[]> =>
    (await chat.transcript()).flatMap(({ from, text, deleted }) =>
      from === 'agent' && !deleted ? text : [],
    );

  it('shows all of those that one page can have, in Jira’s order', async () => {
    expect((await shownAnswers()).slice(-100)).toEqual(answers.slice(-100));
  });

  it('follows the newest of them; of older ones, those that an event names', async () => {
    const [first = '', second = ''] = ids;
    await app.clock.advance(MINUTE);
    await request.edit('ann', first, 'The first, corrected');
    expect(await shownAnswers()).toContain('The first, corrected');
    await request.edit('ann', second, 'Tulip');
    await request.remove('ann', second);
    expect(await whereIs('Tulip')).toEqual([]);
    const last = String(ids.at(-1));
    await request.remove('ann', last);
    expect(await whereIs('answer 110.')).toEqual([]);
    expect((await chat.inbox('all'))[0]?.lastLine).toBe('answer 109.');
  });
});
