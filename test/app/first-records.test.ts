import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { seedChat } from '../../local/seed-chat';
import { createSite } from '../../local/site';
import { aChat } from '../support/a-chat';
import { HR, SUP, driverOf, type SiteDriver } from '../support/a-site';
import { aVisitor, said } from '../support/a-visitor';
import { NOON } from '../support/desk-builders';

let app: SiteDriver;

beforeEach(async () => {
  const clock = manualClock(NOON);
  const site = await createSite({ clock, queryLagMs: 0 });
  site.faults.set({ storage: { notExistsRefused: true } });
  app = driverOf(site, clock);
});

const store = (entityName: string, key: string, value: object): unknown =>
  app.site.kvs.handle('/api/v1/entity/set', JSON.stringify({ entityName, key, value }));

/** Forge documents no condition of a transaction that a record fulfils which is not there. */
describe('a first record is stored once, without a condition that nobody documents', () => {
  it('of a project, of the global settings and of a chat', async () => {
    await seedChat(app.site);
    const { rev, ...settings } = await app.value('joe', 'getGlobalSettings');
    await app.value('joe', 'saveGlobalSettings', { settings: { ...settings, logDays: 30 }, rev });
    expect(await app.value('joe', 'getGlobalSettings')).toMatchObject({ logDays: 30, rev: 1 });
    await app.goOnline('ann');
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    const chat = aChat(app, () => visitor);
    expect((await visitor.start('Hello')).status).toBe(201);
    await visitor.send('More');
    await chat.settle();
    expect(said(await visitor.events())).toEqual(['visitor: Hello', 'visitor: More']);
  });

  it('R2: of several who are first at a time, one is', async () => {
    const saving = async (account: string, welcomeText: string): Promise<string> => {
      const { settings, rev } = await app.value(account, 'getProjectSettings', { projectId: SUP });
      app.site.faults.set({
        storage: { notExistsRefused: true, latencyMs: [5, 50], lostAfter: 0.1, lostBefore: 0.1 },
        seed: welcomeText.length,
      });
      return app.code(account, 'saveProjectSettings', {
        projectId: SUP,
        settings: { ...settings, welcomeText },
        rev,
      });
    };
    const codes = await Promise.all([saving('pia', 'One'), saving('joe', 'Two'), saving('joe', 'Three')]);
    expect(codes.toSorted()).toEqual(['conflict', 'conflict', 'ok']);
    const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    expect([['One', 'Two', 'Three'][codes.indexOf('ok')], 1]).toEqual([settings.welcomeText, rev]);
  });

  it('R1: a start whose answers get lost is one chat, with one request', async () => {
    await seedChat(app.site);
    await app.goOnline('ann');
    const widgetId = await app.widgetId('SUP');
    const visitors = Array.from({ length: 12 }, () => aVisitor(app, widgetId));
    app.site.faults.set({
      storage: { notExistsRefused: true, lostAfter: 0.2, lostBefore: 0.1, throttled: 0.1 },
      seed: 3,
    });
    await Promise.all(
      visitors.map(async (visitor, index) => {
        const clientMessageId = randomUUID();
        while ((await visitor.start(`Start ${String(index)}`, { clientMessageId })).status !== 201);
      }),
    );
    app.site.faults.set({ storage: { notExistsRefused: true } });
    await app.clock.advance(20 * 60_000);
    const { rows } = await app.value('ann', 'listConversations', { projectId: SUP, filter: 'all' });
    expect(rows.map(({ firstLine }) => firstLine).toSorted()).toEqual(
      visitors.map((_, index) => `Start ${String(index)}`).toSorted(),
    );
    expect(new Set(rows.map(({ issueKey }) => issueKey)).size).toBe(12);
  });

  it('a place in which nothing was put, since whoever made it died, is one that is free', async () => {
    await seedChat(app.site);
    store('desk', HR, { rev: 0 });
    store('conversation', 'AbCdEfGhIjKlMnOpQrStUv', { rev: 0 });
    app.site.stats.reset();
    expect(await app.code('ann', 'getConversation', { conversationId: 'AbCdEfGhIjKlMnOpQrStUv' })).toBe(
      'not-found',
    );
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: HR });
    expect([settings.chatEnabled, rev]).toEqual([false, 0]);
    await app.value('joe', 'saveProjectSettings', {
      projectId: HR,
      settings: { ...settings, chatEnabled: true },
      rev,
    });
    expect((await app.value('joe', 'getProjectSettings', { projectId: HR })).rev).toBe(1);
    expect((await app.value('ann', 'listConversations', { projectId: SUP, filter: 'all' })).rows).toEqual([]);
    expect(app.site.stats.snapshot().log.lines).toBe(0);
  });

  it.each(['NOT_FOUND', 'KEY_NOT_FOUND'])('what a batch tells as %s is not there', async (code) => {
    await seedChat(app.site);
    await app.goOnline('ann');
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    await visitor.start('Hello');
    const { kvs } = app.site;
    const handle = kvs.handle.bind(kvs);
    kvs.handle = (path, body) => {
      const answer = handle(path, body);
      return { ...answer, body: answer.body.replaceAll('"KEY_NOT_FOUND"', JSON.stringify(code)) };
    };
    const filter = { projectId: SUP, filter: 'all' } as const;
    expect((await app.value('ann', 'listConversations', filter)).rows).toHaveLength(1);
  });

  it('a record that cannot be read is no free place, whatever its revision', async () => {
    store('desk', SUP, { rev: 0, body: { version: 99 } });
    expect(await app.code('pia', 'getProjectSettings', { projectId: SUP })).toBe('unavailable');
    await app.code('ann', 'goOnline', { scope: 'project', projectId: SUP, until: null, operationId: 'x' });
    const { body } = app.site.kvs.handle(
      '/api/v1/entity/get',
      JSON.stringify({ entityName: 'desk', key: SUP }),
    );
    expect(JSON.parse(String(body))).toMatchObject({ value: { rev: 0, body: { version: 99 } } });
  });
});
