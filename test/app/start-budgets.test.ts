import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { STARTS_PER_ACCOUNT_MINUTE, STARTS_PER_MINUTE } from '../../src/domain/limits';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  widgetId = await app.widgetId('SUP');
});

const strangers = async (count: number): Promise<number[]> => {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++)
    statuses.push((await aVisitor(app, widgetId).start(`offer ${index}`)).status);
  return statuses;
};

const inPortal = (account: string): Promise<string> =>
  app.code(account, 'startConversation', {
    portalId: '1',
    message: 'My invoice is wrong',
    clientMessageId: randomUUID(),
  });

it('T6: strangers who use up a minute keep nobody out who is logged in on the portal', async () => {
  const statuses = await strangers(STARTS_PER_MINUTE + 10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect([await inPortal('cara'), await inPortal('milo')]).toEqual(['ok', 'ok']);
  // On the portal too, they are strangers.
  expect(await inPortal('anonymous')).toBe('limit');
});

it('T6: one account uses up its own minute, and nobody else’s', async () => {
  const codes: string[] = [];
  for (let index = 0; index <= STARTS_PER_ACCOUNT_MINUTE; index++) codes.push(await inPortal('cara'));
  expect(codes.filter((code) => code === 'ok')).toHaveLength(STARTS_PER_ACCOUNT_MINUTE);
  expect(codes.at(-1)).toBe('limit');
  expect([await inPortal('milo'), await strangers(1)]).toEqual(['ok', [201]]);
  await app.clock.advance(MINUTE);
  expect(await inPortal('cara')).toBe('ok');
});
