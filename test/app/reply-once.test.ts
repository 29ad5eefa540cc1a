import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/conversation';
import { systemClock, systemRandom } from '../../src/platform/system';
import { PlatformFault } from '../../src/ports';
import { reply } from '../../src/usecases/reply';
import { aChat } from '../support/a-chat';
import { SUP, aSite } from '../support/a-site';
import { aVisitor, said } from '../support/a-visitor';
import { aStoredChat } from '../support/stored-chats';

type Ports = Parameters<typeof reply>[0];

const unasked = (): Promise<never> => Promise.reject(new Error('nobody asks for this'));

/** The visitor said no address. */
const nobodyToConfirm = { customer: unasked, addParticipant: unasked, note: unasked };

/** One chat in a storage and a Jira that fail as they are told to. `done`: what was asked of them, in order. */
function aDesk() {
  let stored: Conversation = aStoredChat('Vera');
  const begun = new Set<string>();
  const posted = new Map<string, string>();
  const done: string[] = [];
  const failing = { begin: false, commit: false };
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
      beginReply(id, operationId) {
        done.push('begin');
        if (failing.begin) return Promise.reject(new PlatformFault('storage failed'));
        const isFirst = !begun.has(`${id}/${operationId}`);
        begun.add(`${id}/${operationId}`);
        return Promise.resolve(isFirst);
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
      canResolve: () => Promise.resolve(true),
      findComment(_issue, marker) {
        done.push('look');
        return Promise.resolve(posted.get(marker) ?? null);
      },
      comment(_as, _issue, { marker }) {
        done.push('post');
        posted.set(marker, `comment ${String(posted.size)}`);
        return Promise.resolve(posted.get(marker) ?? '');
      },
    },
    jira: { myRoles: () => Promise.resolve(roles), people: () => Promise.resolve(new Map()) },
    visits: {
      here: () => Promise.resolve(new Map()),
      hereSince: () => Promise.resolve({ ids: [], cursor: null }),
      saveHere: () => Promise.resolve(),
    },
    live: { ping: () => Promise.resolve() },
    // Patience ends at once: each look at the clock is a minute later.
    clock: { ...systemClock, now: () => (time += 60_000), sleep: () => Promise.resolve() },
    random: systemRandom,
    jobs: { push: unasked },
    report: { warn: () => undefined, error: () => undefined, failure: () => '' },
  };
  let time = 0;
  const actor = { kind: 'licensed', accountId: 'ann', siteUrl: 'https://a.example' } as const;
  const operationId = randomUUID();
  return {
    failing,
    done,
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
    expect((await desk.send()).ok).toBe(true);
    expect((await desk.send()).ok).toBe(true);
    expect(desk.done).toEqual(['begin', 'post', 'begin', 'look', 'note']);
  });

  it('when it cannot be written down, it is not posted', async () => {
    const desk = aDesk();
    desk.failing.begin = true;
    await expect(desk.send()).rejects.toThrow(PlatformFault);
    expect(desk.done).toEqual(['begin']);
  });

  it.each([
    ['Jira’s answers', { jira: { lostAfter: 0.3 } }],
    ['the storage’s answers', { storage: { lostAfter: 0.7 } }],
    ['both', { jira: { lostAfter: 0.3 }, storage: { lostAfter: 0.6 } }],
  ])('when %s get lost, agents who try until it is done have said each thing once', async (_what, faults) => {
    const app = await aSite();
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    const chat = aChat(app, () => visitor);
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
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
    const key = String((await chat.inbox('all'))[0]?.issueKey);
    const { body } = await chat.jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
    expect((body as { total: number }).total).toBe(texts.length);
  });
});
