import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/conversation';
import { systemClock, systemRandom } from '../../src/platform/system';
import type { ReplyTurn } from '../../src/conversation-ports';
import { Undeliverable } from '../../src/jira-ports';
import type { PostedComment } from '../../src/jira-ports';
import { PlatformFault } from '../../src/ports';
import { reply } from '../../src/usecases/reply';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, aSite } from '../support/a-site';
import { aVisitor, said } from '../support/a-visitor';
import { aStoredChat } from '../support/stored-chats';

type Ports = Parameters<typeof reply>[0];

const unasked = (): Promise<never> => Promise.reject(new Error('nobody asks for this'));

/** The visitor said no address. */
const nobodyToConfirm = { customer: unasked, addParticipant: unasked, tellAgents: unasked, isNoted: unasked };

/** One chat in a storage and a Jira that fail as they are told to. `done`: what was asked of them, in order. */
function aDesk() {
  let stored: Conversation = aStoredChat('Vera');
  const turns = new Map<number, ReplyTurn>();
  const posted = new Map<string, PostedComment>();
  const done: string[] = [];
  const failing = { begin: false, commit: false };
  /** late: Jira takes the comment later than anybody waits for its answer. */
  const jira: { answers: 'yes' | 'no' | 'lost' | 'late'; takesMs: number; landsAfterMs: number } = {
    answers: 'yes',
    takesMs: 100,
    landsAfterMs: 0,
  };
  const landings: { at: number; land: () => void }[] = [];
  let time = Date.parse('2026-11-22T12:00:00Z');
  const roles = {
    jiraAdmin: false,
    seen: new Set([SUP]),
    agentIn: new Set([SUP]),
    adminOf: new Set<string>(),
  };
  const ports: Ports = {
    conversations: {
      read: () => Promise.resolve(stored),
      events: () => Promise.resolve([]),
      page: () => Promise.resolve({ events: [], heardAt: null }),
      takeReplyTurn(_id, _operation, turn, wanted) {
        if (failing.begin) return Promise.reject(new PlatformFault('storage failed'));
        const has = turns.get(turn) ?? wanted;
        if (has === wanted) done.push('begin');
        turns.set(turn, has);
        return Promise.resolve(has);
      },
      endReplyTurn(_id, _operation, turn) {
        done.push('end');
        turns.set(turn, { by: '', at: 0 });
        return Promise.resolve();
      },
      commit(_before, after) {
        if (failing.commit) return Promise.resolve('throttled');
        done.push('note');
        stored = after;
        return Promise.resolve('committed');
      },
    },
    serviceDesk: {
      ...nobodyToConfirm,
      ways: () => Promise.resolve([]),
      notesOf: unasked,
      request: () => Promise.resolve(null),
      findComment(_issue, marker) {
        done.push('look');
        return Promise.resolve(posted.get(marker) ?? null);
      },
      async comment(_as, _issue, { marker }) {
        done.push('post');
        time += jira.takesMs;
        if (jira.answers === 'no') throw new Undeliverable('refused');
        const comment = { id: `comment ${String(posted.size)}`, createdAt: time };
        const land = (): void => void posted.set(marker, comment);
        if (jira.answers === 'late') landings.push({ at: time + jira.landsAfterMs, land });
        else land();
        if (jira.answers !== 'yes') throw new PlatformFault('Jira did not answer');
        return comment;
      },
    },
    slots: {
      take: () => Promise.resolve(true),
      isFull: () => false,
      known: () => 0,
      takenAt: () => Promise.resolve([]),
    },
    desks: { read: () => Promise.resolve(null) },
    jira: { myRoles: () => Promise.resolve(roles), people: () => Promise.resolve(new Map()) },
    live: { ping: () => Promise.resolve() },
    clock: {
      ...systemClock,
      now: () => time,
      sleep(ms) {
        time += ms;
        for (const { at, land } of landings.splice(0)) {
          if (at <= time) land();
          else landings.push({ at, land });
        }
        return Promise.resolve();
      },
    },
    random: systemRandom,
    siteUrl: () => Promise.resolve('https://a.example'),
    jobs: { push: unasked },
    report: { warn: () => undefined, error: () => undefined, failure: () => '' },
  };
  const actor = { kind: 'licensed', accountId: 'ann' } as const;
  const operationId = randomUUID();
  return {
    failing,
    jira,
    done,
    posted,
    turns,
    sleep: (ms: number) => ports.clock.sleep(ms),
    now: () => time,
    send: () => reply(ports, actor, { conversationId: stored.id, message: 'Hello', operationId }),
  };
}

describe('a reply is posted once', () => {
  it('is written down before Jira is asked; the first time there is nothing to look for', async () => {
    const desk = aDesk();
    expect((await desk.send()).ok).toBe(true);
    expect(desk.done).toEqual(['begin', 'post', 'note']);
  });

  it('when it was posted and could not be noted, the next attempt finds it in Jira', async () => {
    const desk = aDesk();
    desk.failing.commit = true;
    await expect(desk.send()).rejects.toThrow(PlatformFault);
    desk.failing.commit = false;
    await desk.sleep(20_000);
    expect((await desk.send()).ok).toBe(true);
    expect((await desk.send()).ok).toBe(true);
    expect(desk.done).toEqual(['begin', 'post', 'begin', 'look', 'note']);
  });

  it('when it cannot be written down, it is not posted', async () => {
    const desk = aDesk();
    desk.failing.begin = true;
    await expect(desk.send()).rejects.toThrow(PlatformFault);
    expect(desk.done).toEqual([]);
  });

  it('while a call before it may still be posting, the next one waits, and says so at last', async () => {
    const desk = aDesk();
    desk.turns.set(0, { by: 'a call that died', at: desk.now() });
    const begun = desk.now();
    expect(await desk.send()).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(desk.now() - begun).toBeLessThan(15_000);
    expect(desk.done).toEqual([]);
    // And takes over when that one can be at it no more: it looks first.
    expect((await desk.send()).ok).toBe(true);
    expect(desk.done).toEqual(['begin', 'look', 'post', 'note']);
  });

  it('when Jira takes it after nobody waited for its answer any more, it is not posted a second time', async () => {
    const desk = aDesk();
    Object.assign(desk.jira, { answers: 'late', takesMs: 5_000, landsAfterMs: 9_000 });
    await expect(desk.send()).rejects.toThrow(PlatformFault);
    desk.jira.answers = 'yes';
    expect(await desk.send()).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect((await desk.send()).ok).toBe(true);
    expect(desk.posted.size).toBe(1);
    expect(desk.done).toEqual(['begin', 'post', 'begin', 'look', 'note']);
  });

  it('when Jira answers that it failed, the next attempt need not wait', async () => {
    const desk = aDesk();
    desk.jira.answers = 'lost';
    await expect(desk.send()).rejects.toThrow(PlatformFault);
    expect((await desk.send()).ok).toBe(true);
    desk.jira.answers = 'no';
    expect(desk.done).toEqual(['begin', 'post', 'end', 'begin', 'look', 'note']);
  });

  it('one that Jira refused is tried anew when it is sent again', async () => {
    const desk = aDesk();
    desk.jira.answers = 'no';
    expect(await desk.send()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    desk.jira.answers = 'yes';
    expect((await desk.send()).ok).toBe(true);
    expect(desk.done).toEqual(['begin', 'post', 'end', 'begin', 'look', 'post', 'note']);
  });

  it('a turn of the version before counts as one of long ago', async () => {
    const { app, chat, visitor } = await aStartedChat();
    const operationId = randomUUID();
    const key = `q:${visitor.conversationId()}:${operationId}`;
    app.site.kvs.handle('/api/v1/set', JSON.stringify({ key, value: 1 }));
    await chat.reply('Hello', 'ann', operationId);
    await chat.settle();
    expect(said(await visitor.events())).toEqual(['visitor: Hello', 'agent: Hello']);
  });

  it.each([
    [2, { jira: { latencyMs: [100, 200] as const } }],
    [5, { jira: { latencyMs: [1_000, 4_000] as const } }],
    [
      3,
      {
        jira: { latencyMs: [100, 900] as const },
        storage: { latencyMs: [20, 300] as const, lostAfter: 0.2 },
      },
    ],
  ])('R10: sent by %i clicks at a time, it is one comment', async (clicks, faults) => {
    const { app, chat, visitor } = await aStartedChat();
    app.site.faults.set({ ...faults, seed: 5 });
    for (let round = 1; round <= 3; round++) {
      const payload = {
        conversationId: visitor.conversationId(),
        message: `Answer ${String(round)}`,
        operationId: randomUUID(),
      };
      const codes = await Promise.all(
        Array.from({ length: clicks }, () => app.code('ann', 'reply', payload)),
      );
      expect(codes).toContain('ok');
      expect(['ok', 'unavailable']).toEqual(expect.arrayContaining(codes));
      await chat.settle();
      expect(await commentsOf(chat)).toBe(round);
      expect(
        said(await visitor.events()).filter((line) => line === `agent: ${payload.message}`),
      ).toHaveLength(1);
    }
  });

  it.each([
    ['Jira’s answers', { jira: { lostAfter: 0.3 } }],
    ['the storage’s answers', { storage: { lostAfter: 0.7 } }],
    ['both', { jira: { lostAfter: 0.3 }, storage: { lostAfter: 0.6 } }],
  ])('when %s get lost, agents who try until it is done have said each thing once', async (_what, faults) => {
    const { app, chat, visitor } = await aStartedChat();
    const conversationId = visitor.conversationId();
    app.site.faults.set({ ...faults, seed: 7 });
    const texts = Array.from({ length: 8 }, (_, index) => `Answer ${String(index)}`);
    let failed = 0;
    for (const message of texts) {
      const operationId = randomUUID();
      while ((await app.code('ann', 'reply', { conversationId, message, operationId })) !== 'ok') failed += 1;
    }
    app.site.faults.set({});
    await chat.settle();
    expect(failed).toBeGreaterThan(0);
    expect(said(await visitor.events()).slice(1)).toEqual(texts.map((text) => `agent: ${text}`));
    expect(await commentsOf(chat)).toBe(texts.length);
  });
});

async function aStartedChat() {
  const app = await aSite();
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  const chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('Hello');
  await chat.settle();
  return { app, visitor, chat };
}

/** How many comments Jira has on the one request there is. */
async function commentsOf(chat: ChatDriver): Promise<number> {
  const key = String((await chat.inbox('all'))[0]?.issueKey);
  const { body } = await chat.jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
  return (body as { total: number }).total;
}
