import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../src/domain/settings';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';
import { heldChat } from '../support/held-chat';

let app: SiteDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  widgetId = await app.widgetId('SUP');
});

async function saveSettings(change: Partial<ProjectSettings>): Promise<void> {
  const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  await app.value('pia', 'saveProjectSettings', {
    projectId: SUP,
    settings: { ...settings, ...change },
    rev,
  });
}

const protection = () => app.value('pia', 'getProtection', { projectId: SUP });

describe('What admins see of the pressure on their desk', () => {
  it('counts by the hour what was started and refused, for a day (T6)', async () => {
    for (let index = 0; index < 22; index++) await aVisitor(app, widgetId).start('Hello');
    await app.clock.advance(MINUTE);
    const quiet = { started: 0, checked: 0, held: 0, refused: 0 };
    const first = await protection();
    expect(first.hours).toHaveLength(24);
    expect(first.hours.at(-1)).toEqual({ at: '2026-11-22T12:00:00.000Z', ...quiet, started: 20, refused: 1 });
    expect(first.hours[0]).toEqual({ at: '2026-11-21T13:00:00.000Z', ...quiet });
    await app.clock.advance(23 * HOUR);
    expect((await protection()).hours[0]).toMatchObject({ at: '2026-11-22T12:00:00.000Z', started: 20 });
    await app.clock.advance(HOUR);
    expect((await protection()).hours.every(({ started }) => started === 0)).toBe(true);
  });

  it('says how many are held back, and since when (T6)', async () => {
    expect((await protection()).held).toBeNull();
    await heldChat(app, aVisitor(app, widgetId), 'Hello');
    const { held, hours } = await protection();
    expect(held).toEqual({ count: 1, isMore: false, since: '2026-11-22T12:00:00.000Z' });
    expect(hours.at(-1)).toMatchObject({ held: 1 });
  });

  it('says whether they may decide about those: agents do, and not every admin is one (T6)', async () => {
    expect((await protection()).mayDecide).toBe(false);
    app.site.jira.grantAgent(app.accountId('pia'), SUP);
    expect((await protection()).mayDecide).toBe(true);
  });
});

describe('New customers by agents’ replies', () => {
  let visitor: VisitorDriver;
  let chat: ChatDriver;

  const named = async (email: string): Promise<void> => {
    visitor = aVisitor(app, widgetId);
    chat = aChat(app, () => visitor);
    await visitor.start('Hello', { name: 'Nora', email });
    await chat.settle();
  };

  it('are as many a day as the project allows; over that the reply is posted, and the address stays unconfirmed (T1)', async () => {
    await saveSettings({ customersPerDay: 1 });
    await named('nora@example.org');
    await chat.reply('Good day');
    expect((await chat.open()).row.confidence).toBe('confirmed');
    await chat.reply('And one more thing');
    expect((await protection()).customersAdded).toBe(1);
    await named('otto@example.org');
    const replied = await chat.reply('Good day to you, too');
    expect(replied.messages.at(-1)?.text).toBe('Good day to you, too');
    expect(replied.row.confidence).toBe('unconfirmed');
    expect(app.site.jira.person('otto@example.org')).toBeUndefined();
    expect(await app.code('ann', 'confirmEmail', { conversationId: visitor.conversationId() })).toBe('limit');
    // Tomorrow whoever answers confirms it.
    await app.clock.advance(12 * HOUR + MINUTE);
    await app.value('ann', 'reply', {
      conversationId: visitor.conversationId(),
      message: 'Good morning',
      operationId: randomUUID(),
    });
    expect((await chat.open()).row.confidence).toBe('confirmed');
  });
});
