import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../src/domain/settings';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aChat, type ChatDriver } from '../support/a-chat';
import { forgetWidget } from '../support/stored-chats';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
});

async function saveSettings(change: Partial<ProjectSettings>): Promise<void> {
  const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  await app.value('pia', 'saveProjectSettings', {
    projectId: SUP,
    settings: { ...settings, ...change },
    rev,
  });
}
const renew = () => app.value('pia', 'renewWidgetId', { projectId: SUP });

const closed = async (): Promise<boolean> => {
  const sent = await visitor.send('Still here');
  const left = await visitor.register({ name: 'Nora', email: 'nora@example.com' });
  return sent.status === 403 && left.status === 403;
};

describe('What ends the power of tokens that were given out before', () => {
  it.each([
    ['chat is turned off', () => saveSettings({ chatEnabled: false })],
    ['the widget id is renewed', renew],
  ])(
    '%s: nothing new reaches Jira, what was said can be read, and agents answer (T7)',
    async (_what, end) => {
      await visitor.start('Hello');
      await chat.settle();
      await end();
      expect(await closed()).toBe(true);
      await chat.reply('Good day');
      expect(said(await visitor.events())).toEqual(['visitor: Hello', 'agent: Good day']);
      await chat.settle();
      const { messages } = await chat.open();
      expect(messages.map(({ text }) => text)).toEqual(['Hello', 'Good day']);
    },
  );

  it('a message that was acknowledged before is delivered, and acknowledged again (T7)', async () => {
    await visitor.start('Hello');
    const clientMessageId = randomUUID();
    expect((await visitor.send('Just before', clientMessageId)).status).toBe(202);
    await saveSettings({ chatEnabled: false });
    expect((await visitor.send('Just before', clientMessageId)).status).toBe(202);
    await chat.settle();
    expect((await chat.open()).messages.map(({ delivery }) => delivery)).toEqual(['delivered', 'delivered']);
  });

  it('chat that is on again is open again (T7)', async () => {
    await visitor.start('Hello');
    await saveSettings({ chatEnabled: false });
    expect(await closed()).toBe(true);
    await saveSettings({ chatEnabled: true });
    expect((await visitor.send('Hello again')).status).toBe(202);
  });

  it('a chat of before, which does not know its widget id, is closed with the chat of the project only (T7)', async () => {
    await visitor.start('Hello');
    await chat.settle();
    forgetWidget(app, visitor.conversationId());
    await renew();
    expect((await visitor.send('Hello again')).status).toBe(202);
    await saveSettings({ chatEnabled: false });
    expect(await closed()).toBe(true);
  });

  it('a renewed widget id takes nothing from chats of the portal, whose page never had it (T7)', async () => {
    const started = await app.value('cara', 'startConversation', {
      portalId: '1',
      message: 'Hello',
      clientMessageId: randomUUID(),
    });
    await renew();
    const send = (): Promise<string> =>
      app.code('cara', 'sendMessage', {
        conversationId: started.conversationId,
        message: 'And',
        clientMessageId: randomUUID(),
      });
    expect(await send()).toBe('ok');
    await saveSettings({ chatEnabled: false });
    expect(await send()).toBe('not-allowed');
  });
});
