import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { startServer, type RunningServer } from '../../local/server';
import type { PolledBody } from '../../src/contract/conversation';
import { OPS, SUP, driverOf, type SiteDriver } from '../support/a-site';
import { said } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';
import { readKeys, recordedFolder, recordedVersions } from './recorded-version';
import type { ConversationKey, DayKeys } from './scripted-day';

describe.each(await recordedVersions())('What version %s stored', (version) => {
  let server: RunningServer;
  let app: SiteDriver;
  let keys: DayKeys;
  let folder: string;

  /** Opened as that version left it, at the end of its day. */
  beforeAll(async () => {
    keys = await readKeys(version);
    folder = await mkdtemp(path.join(tmpdir(), 'recorded-'));
    await cp(path.join(recordedFolder(version), 'site.json'), path.join(folder, 'site.json'));
    const clock = manualClock(keys.end);
    server = await startServer({ port: 0, dataDir: folder, clock });
    app = driverOf(server.site, clock);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function poll({
    conversationId,
    token,
  }: ConversationKey): Promise<{ status: number; body: PolledBody }> {
    const { status, body } = await server.site.webTrigger({
      method: 'POST',
      path: `/v1/conversations/${conversationId}/poll`,
      headers: { Origin: 'https://shop.example', 'Content-Type': 'text/plain' },
      body: JSON.stringify({ token, after: 0 }),
    });
    return { status, body: JSON.parse(String(body)) as PolledBody };
  }

  const kinds = async (key: ConversationKey): Promise<string[]> =>
    (await poll(key)).body.events.map(({ kind }) => kind);

  it('still says who is online, why and until when (S2, S5)', async () => {
    const { agents, project, longestMinutes } = await app.value('ann', 'getPanel', { projectId: SUP });
    expect([project?.state, longestMinutes]).toEqual(['online', 480]);
    const names = agents.map(({ name, until }) => [name, until?.slice(11, 16)]);
    expect(names).toEqual([
      ['Ann Agent', '20:00'],
      ['Bo Becker', '13:30'],
    ]);
    expect((await app.value('ann', 'getPanel', { projectId: OPS })).onlineCount).toBe(1);
  });

  it('still tells who was put offline, by whom and why (S6)', async () => {
    const { me } = await app.value('cy', 'getPanel', { projectId: SUP });
    expect(me.online).toBe(false);
    expect(me.notices).toMatchObject([{ by: { name: 'Pia Park' }, reason: 'End of shift' }]);
  });

  it('still has the settings of the project and of the site', async () => {
    const { settings, widgetId } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    expect(settings).toMatchObject({ welcomeText: 'Ask us about tents.', anonymousName: 'Shopper' });
    expect(widgetId).toBe(keys.widgetId);
    expect(await app.value('joe', 'getGlobalSettings')).toMatchObject({ longestMinutes: 480, logDays: 60 });
  });

  it('still answers web pages under the same widget id (S2)', async () => {
    expect(await app.poll(keys.widgetId)).toMatchObject({ state: 'online', anonymous: true });
  });

  it('still has the log', async () => {
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    const lines = rows.map(({ event, actor, subject }) => [event, actor?.name, subject?.name]);
    expect(lines).toEqual([
      ['put-offline', 'Pia Park', 'Cy Chen'],
      ['went-online', 'Cy Chen', undefined],
      ['went-online', 'Bo Becker', undefined],
      ['went-online', 'Ann Agent', undefined],
      ['changed-settings', 'Pia Park', undefined],
      ['enabled-chat', 'Pia Park', undefined],
    ]);
  });

  it('still lists the chats, and which of them wait for an answer (S7)', async () => {
    const lines = async (filter: 'all' | 'unanswered'): Promise<string[]> => {
      const { rows } = await app.value('bo', 'listConversations', { projectId: SUP, filter });
      return rows.map(({ firstLine }) => firstLine);
    };
    const all = ['Is anybody there?', 'My invoice is wrong', 'Is the Heron back?', 'Which tent for four?'];
    expect(await lines('all')).toEqual(all);
    expect((await lines('unanswered')).sort()).toEqual(['Is anybody there?', 'Is the Heron back?']);
  });

  it('still shows agents a conversation, with what is known of the visitor', async () => {
    const { conversationId } = keys.conversations.registered;
    const view = await app.value('bo', 'getConversation', { conversationId });
    expect(view).toMatchObject({ email: 'mia@example.com' });
    const { conversationId: other } = keys.conversations.anonymous;
    const { messages, page, locale } = await app.value('bo', 'getConversation', { conversationId: other });
    expect([page, locale]).toEqual(['https://shop.example/tents', 'en-GB']);
    expect(messages.map(({ text, delivery }) => [text, delivery])).toEqual([
      ['Which tent for four?', 'delivered'],
      ['The Crane.', 'delivered'],
    ]);
  });

  it('still opens a conversation to the token that its page was given, and to no other', async () => {
    const { anonymous, registered, portal } = keys.conversations;
    const { events } = (await poll(anonymous)).body;
    expect(said(events)).toEqual(['visitor: Which tent for four?', 'agent: The Crane.']);
    expect(await kinds(registered)).toEqual(['message', 'delivered']);
    expect((await poll({ ...registered, token: anonymous.token })).status).toBe(404);
    expect((await poll(portal)).body.ended).toBe(true);
  });

  it('still leads a customer of the portal back to the conversation, which was resolved', async () => {
    const { conversationId } = keys.conversations.portal;
    const { widget } = await app.value('cara', 'getPortalAvailability', { portalId: '1' });
    expect(widget?.conversation).toEqual({ id: conversationId, ended: true });
    const { events } = await app.value('cara', 'pollConversation', { conversationId, after: 0 });
    expect(said(events)).toEqual(['visitor: My invoice is wrong', 'agent: Corrected.']);
  });

  it('is lived on with: a message that waited for Jira is delivered, and Bo goes at the promised minute (S8)', async () => {
    expect(await kinds(keys.conversations.undelivered)).toEqual(['message']);
    await app.clock.advance(6 * MINUTE);
    expect(await kinds(keys.conversations.undelivered)).toEqual(['message', 'delivered']);
    await app.clock.advance(2 * HOUR);
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).onlineCount).toBe(1);
  });
});
