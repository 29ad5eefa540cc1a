import { randomUUID } from 'node:crypto';
import type { ManualClock } from '../../local/clock';
import type { Site } from '../../local/site';
import type { StartedBody } from '../../src/contract/conversation';
import { OPS, SUP, anOperation, driverOf } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

export type ConversationKey = Pick<StartedBody, 'conversationId' | 'token'>;

/** What nobody can read back from the store of that day, and who was there still has. */
export interface DayKeys {
  /** When the day ends, in milliseconds since 1970. */
  end: number;
  widgetId: string;
  /** By how each chat began. */
  conversations: Record<'anonymous' | 'registered' | 'portal' | 'undelivered', ConversationKey>;
}

/** Some of everything that is stored: agents and settings, and chats in every state. Ends while Jira is down. */
export async function liveScriptedDay(site: Site, clock: ManualClock): Promise<DayKeys> {
  const app = driverOf(site, clock);
  const widgetId = await app.widgetId('SUP');
  const settle = async (): Promise<void> => {
    await clock.run(site.idle());
    await clock.advance(2_000);
  };

  const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  const changed = { ...settings, welcomeText: 'Ask us about tents.', anonymousName: 'Shopper' };
  await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings: changed, rev });
  const global = await app.value('joe', 'getGlobalSettings');
  await app.value('joe', 'saveGlobalSettings', {
    settings: { ...global, longestMinutes: 480, logDays: 60 },
    rev: global.rev,
  });

  await app.goOnline('ann');
  await app.goOnline('bo', { until: new Date(clock.now() + 90 * MINUTE).toISOString() });
  await app.goOnline('ann', { projectId: OPS });
  const { agents } = await app.goOnline('cy');
  const session = agents.find(({ accountId }) => accountId === app.accountId('cy'))?.session ?? '';
  const operationId = anOperation();
  const cy = { projectId: SUP, accountId: app.accountId('cy'), session, reason: 'End of shift', operationId };
  await app.value('pia', 'putOffline', cy);
  await clock.advance(MINUTE);

  const anonymous = aVisitor(app, widgetId);
  await anonymous.start('Which tent for four?', { page: 'https://shop.example/tents', locale: 'en-GB' });
  await settle();
  await reply(anonymous.conversationId(), 'The Crane.');
  await settle();

  const registered = aVisitor(app, widgetId);
  await registered.start('Is the Heron back?', { name: 'Mia Miller', email: 'mia@example.com' });
  await settle();

  const opening = { portalId: '1', message: 'My invoice is wrong', clientMessageId: randomUUID() };
  const portal = await app.value('cara', 'startConversation', opening);
  await settle();
  await reply(portal.conversationId, 'Corrected.');
  await settle();
  await app.value('ann', 'resolve', { conversationId: portal.conversationId });
  await settle();

  site.faults.set({ jira: { down: true } });
  const undelivered = aVisitor(app, widgetId);
  await undelivered.start('Is anybody there?');
  await settle();

  return {
    end: clock.now(),
    widgetId,
    conversations: {
      anonymous: keyOf(anonymous.conversationId(), anonymous.token()),
      registered: keyOf(registered.conversationId(), registered.token()),
      portal: keyOf(portal.conversationId, portal.token),
      undelivered: keyOf(undelivered.conversationId(), undelivered.token()),
    },
  };

  async function reply(conversationId: string, message: string): Promise<void> {
    await app.value('ann', 'reply', { conversationId, message, operationId: randomUUID() });
  }
}

const keyOf = (conversationId: string, token: string): ConversationKey => ({ conversationId, token });
