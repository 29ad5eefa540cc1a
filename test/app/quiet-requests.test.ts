import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultSettings } from '../../local/fault-settings';
import { aChat } from '../support/a-chat';
import { aRequest } from '../support/a-request';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let visitor: VisitorDriver;

/** An answer in Jira of which the app hears nothing. */
beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  const chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('Which tent for four?');
  await chat.settle();
  const request = aRequest(app, chat);
  await request.unheard(() => request.comment('ann', 'The Crane'));
});

async function pass(minutes: number, faults: FaultSettings = {}): Promise<void> {
  app.site.faults.set(faults);
  await app.clock.advance(minutes * MINUTE);
  await app.clock.run(app.site.idle());
}

const isAnswered = async (): Promise<boolean> =>
  (await visitor.events()).some((event) => event.kind === 'message' && event.text === 'The Crane');

describe('T5: a request that could not be looked at', () => {
  it('is looked at within a quarter of an hour of when it can be again, however long it was quiet', async () => {
    await pass(120, { jira: { down: true } });
    await pass(15);
    expect(await isAnswered()).toBe(true);
  });

  it('while Jira wants a pause, is looked at when that is over, not ten minutes later', async () => {
    await pass(9);
    await pass(6, { jira: { throttled: 1, retryAfterS: 240 } });
    await pass(4);
    expect(await isAnswered()).toBe(true);
  });
});
