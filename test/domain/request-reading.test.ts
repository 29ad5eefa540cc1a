import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationEvent } from '../../src/domain/conversation';
import { applyReading, speakerOf } from '../../src/domain/request-reading';
import type { RequestComment, RequestNow, RequestReading } from '../../src/domain/service-request';
import { aConversation, ISSUE, stepTo } from '../support/a-conversation';
import { MINUTE, NOON } from '../support/desk-builders';

const HOUR = 60 * MINUTE;

const request: RequestNow = {
  ...ISSUE,
  projectId: '10001',
  status: 'Open',
  resolved: false,
  resolvedAt: null,
  assignee: null,
  reporter: 'app',
  creator: 'app',
  spoken: 'Hello',
};

const aComment = (overrides: Partial<RequestComment> = {}): RequestComment => ({
  id: '100',
  author: { accountId: 'ann', kind: 'person' },
  text: 'Hi',
  spoken: 'Hi',
  isPublic: true,
  isNote: false,
  createdAt: NOON + MINUTE,
  updatedAt: NOON + MINUTE,
  ...overrides,
});

const aReading = (
  conversation: Conversation,
  comments: RequestComment[],
  overrides: Partial<RequestReading> = {},
): RequestReading => ({
  askedAt: NOON + HOUR,
  rev: conversation.rev,
  request,
  comments,
  wholeFrom: 0,
  asked: null,
  replies: new Set(),
  knownBefore: new Set(Object.keys(conversation.comments)),
  agents: new Set(['ann', 'bo']),
  ...overrides,
});

const delivered = (): Conversation => aConversation({ issue: ISSUE, pending: [] }).conversation;

/** A chat with its stored events, which reads Jira as the use case does. */
function aChat() {
  let conversation = delivered();
  const stored = new Map<number, ConversationEvent>(aConversation().events.map((event) => [event.n, event]));
  return {
    conversation: () => conversation,
    stored,
    /** `ask`: asks Jira again; where it is left out, it says the same. */
    read(first: RequestReading, ask?: () => RequestReading): void {
      let reading = first;
      for (let isWhole = false, rounds = 0; !isWhole; rounds++) {
        if (rounds > 50) throw new Error('A reading never ends.');
        if (rounds > 0) reading = ask?.() ?? { ...first, rev: conversation.rev };
        const now = reading.askedAt;
        const applied = applyReading(conversation, reading, stored, now);
        ({ isWhole } = applied);
        const { step } = applied;
        if (step.kind !== 'changed') continue;
        expect(step.events.length + (step.rewritten?.length ?? 0)).toBeLessThanOrEqual(20);
        for (const event of [...(step.rewritten ?? []), ...step.events]) stored.set(event.n, event);
        conversation = { ...stepTo(step), rev: conversation.rev + 1 };
      }
    },
    /** What a page that is loaded anew shows, besides the first message. */
    shown(): string[] {
      const lines = new Map<number, { at: number; text: string }>();
      for (const event of [...stored.values()].sort((a, b) => a.n - b.n)) {
        if (event.kind === 'message' && !event.gone) lines.set(event.n, { at: event.at, text: event.text });
        if (event.kind === 'edited') Object.assign(lines.get(event.of) ?? {}, { text: event.text });
        if (event.kind === 'deleted') lines.delete(event.of);
      }
      const all = [...lines].filter(([n]) => n > 1);
      return all.sort(([n, a], [m, b]) => a.at - b.at || n - m).map(([, { text }]) => text);
    },
  };
}

const KINDS: Partial<Record<string, RequestComment['author']['kind']>> = { milo: 'customer', robot: 'app' };

describe('what Jira says now', () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), by: fc.constantFrom('ann', 'bo', 'milo', 'robot') }),
    fc.record({ kind: fc.constant('edit' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('delete' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('hide' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('show' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('ask' as const) }),
    fc.record({ kind: fc.constant('hear' as const), which: fc.nat() }),
  );

  it('is what the chat says, in the order written, whatever was heard late, twice, in any order or never; and nothing else is kept (T5)', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const chat = aChat();
        let jira: RequestComment[] = [];
        let words = 0;
        let now = NOON;
        const asked: RequestReading[] = [];
        const ask = (): RequestReading =>
          aReading(chat.conversation(), structuredClone(jira), { askedAt: now });
        for (const each of actions) {
          now += 1_000;
          const index = 'which' in each ? each.which % Math.max(1, jira.length) : 0;
          const change = (to: Partial<RequestComment>): void => {
            jira = jira.map((one, at) => (at === index ? { ...one, ...to } : one));
          };
          if (each.kind === 'write') {
            const kind = KINDS[each.by] ?? 'person';
            const author = { accountId: each.by, kind };
            const text = `w${String((words += 1))}.`;
            const id = String(100 + words);
            jira.push(aComment({ id, author, text, createdAt: now, updatedAt: now }));
          } else if (each.kind === 'edit') change({ text: `w${String((words += 1))}.`, updatedAt: now });
          else if (each.kind === 'delete') jira = jira.filter((_, at) => at !== index);
          else if (each.kind === 'hide') change({ isPublic: false });
          else if (each.kind === 'show') change({ isPublic: true });
          else if (each.kind === 'ask') asked.push(ask());
          else if (asked.length > 0) {
            const late = asked[each.which % asked.length];
            if (late) chat.read(late, ask);
          }
        }
        now += 1_000;
        chat.read(ask());
        const isThere = jira.filter(({ isPublic }) => isPublic);
        expect(chat.shown()).toEqual(isThere.map(({ text }) => text));
        const kept = JSON.stringify([chat.conversation(), [...chat.stored.values()]]);
        const gone = Array.from({ length: words }, (_, at) => `w${String(at + 1)}.`).filter(
          (text) => !isThere.some((one) => one.text === text),
        );
        expect(gone.filter((text) => kept.includes(text))).toEqual([]);
        const last = isThere.filter(({ author }) => author.kind !== 'app').at(-1);
        expect(chat.conversation().last).toMatchObject({
          from: last && last.author.kind === 'person' ? 'agent' : 'visitor',
          line: last?.text ?? 'Hello',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('of a long request takes several transactions, each small enough for Forge', () => {
    const chat = aChat();
    const many = Array.from({ length: 90 }, (_, index) =>
      aComment({ id: String(100 + index), text: `c${String(index)}` }),
    );
    chat.read(aReading(chat.conversation(), many));
    expect(chat.shown()).toHaveLength(90);
    chat.read(aReading(chat.conversation(), [], { askedAt: NOON + 2 * HOUR }));
    expect(chat.shown()).toEqual([]);
  });

  it('says nothing of comments that were not asked for', () => {
    const chat = aChat();
    chat.read(aReading(chat.conversation(), [aComment({ id: '9' }), aComment({ id: '10', text: 'B' })]));
    const newest = [aComment({ id: '10', text: 'B' })];
    chat.read(aReading(chat.conversation(), newest, { wholeFrom: 10, askedAt: NOON + 2 * HOUR }));
    expect(chat.shown()).toEqual(['Hi', 'B']);
    chat.read(aReading(chat.conversation(), newest, { wholeFrom: 10, asked: '9', askedAt: NOON + 3 * HOUR }));
    expect(chat.shown()).toEqual(['B']);
  });

  it('of a comment that was written after Jira was asked is nothing', () => {
    const chat = aChat();
    chat.read(aReading(chat.conversation(), [aComment()]));
    chat.read(aReading(chat.conversation(), [], { askedAt: NOON + 2 * HOUR, knownBefore: new Set() }));
    expect(chat.shown()).toEqual(['Hi']);
  });

  it('in another project is nothing for this chat’s customer (T5)', () => {
    const chat = aChat();
    chat.read(aReading(chat.conversation(), [aComment()], { request: { ...request, projectId: '10009' } }));
    expect(chat.shown()).toEqual([]);
    expect(chat.conversation()).toMatchObject({ failure: 'request-moved', ended: true });
  });

  it('under another key is followed under that key (T5)', () => {
    const chat = aChat();
    chat.read(aReading(chat.conversation(), [], { request: { ...request, key: 'SUP-77' } }));
    expect(chat.conversation().issue).toEqual({ id: ISSUE.id, key: 'SUP-77' });
  });

  it('under the app’s own account is what visitors wrote here: it comes by its delivery, and its edits are followed', () => {
    const chat = aChat();
    const ours = aComment({ author: { accountId: 'app', kind: 'app' }, spoken: 'spoken' });
    chat.read(aReading(chat.conversation(), [ours]));
    expect(chat.shown()).toEqual([]);
  });
});

describe('who wrote a comment (T4)', () => {
  const chat = {
    visitor: { kind: 'portal' as const, name: null, email: null, accountId: 'cara' },
    authors: ['bo'],
  };
  it.each([
    [
      'the visitor, who is an agent too, from the inbox',
      { accountId: 'cara', kind: 'person' as const },
      { replies: ['7'] },
      'agent',
    ],
    ['the visitor’s account', { accountId: 'cara', kind: 'customer' as const }, {}, 'visitor'],
    [
      'the visitor, who is an agent too',
      { accountId: 'cara', kind: 'person' as const },
      { agents: ['cara'] },
      'visitor',
    ],
    [
      'the reporter whom an agent has set',
      { accountId: 'milo', kind: 'customer' as const },
      { reporter: 'milo' },
      'visitor',
    ],
    ['another customer', { accountId: 'milo', kind: 'customer' as const }, {}, 'customer'],
    ['an agent', { accountId: 'ann', kind: 'person' as const }, { agents: ['ann'] }, 'agent'],
    [
      'somebody who has answered as an agent before',
      { accountId: 'bo', kind: 'person' as const },
      {},
      'agent',
    ],
    ['an automation', { accountId: 'robot', kind: 'app' as const }, { agents: ['robot'] }, 'app'],
    [
      'a person of whom nobody says that they are an agent',
      { accountId: 'lee', kind: 'person' as const },
      {},
      'customer',
    ],
  ])(
    '%s',
    (
      _who,
      author,
      {
        agents = [],
        replies = [],
        reporter = 'app',
      }: { agents?: string[]; replies?: string[]; reporter?: string },
      speaker,
    ) => {
      const reading = {
        request: { ...request, reporter },
        agents: new Set(agents),
        replies: new Set(replies),
      };
      expect(speakerOf(chat, { id: '7', author }, reading)).toBe(speaker);
    },
  );
});
