import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Payload } from '../../src/contract/functions';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';

const EMAIL = 'nora@example.com';

/** Nothing that anybody could read as a name. */
const BLANK = ['', '   ', '\u200b\u200d', '\u3164\u2800', '\u2066 \u2069', '\t\n'];

let app: SiteDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
});

/** What both doors make of a start: the kind of visitor, or the refusal. */
async function atBothDoors(details: Pick<Payload<'startConversation'>, 'name' | 'email'>): Promise<string[]> {
  const web = await aVisitor(app, widgetId).start('Hello', details);
  const opening = { portalId: '1', message: 'Hello', clientMessageId: randomUUID(), ...details };
  const portal = await app.call('anonymous', 'startConversation', opening);
  const { visitor, error } = web.body as Partial<typeof web.body> & { error?: string };
  return [
    visitor?.kind ?? String(error),
    portal.ok ? portal.value.visitor.kind : String(portal.error.visitor?.error ?? portal.error.code),
  ];
}

describe('C2: while nobody is online, name and e-mail are both required, on web pages and on the portal', () => {
  it.each(BLANK)('a name of which nothing can be read is none: %j', async (name) => {
    expect(await atBothDoors({ name, email: EMAIL })).toEqual(['login-required', 'login-required']);
  });

  it.each([{ email: EMAIL }, { name: 'Nora' }, {}])('either alone is not enough: %j', async (details) => {
    expect(await atBothDoors(details)).toEqual(['login-required', 'login-required']);
  });

  it.each(['nora', 'nora@', 'nora@example', ' '])('nor is what is no address: %j', async (email) => {
    const [web, portal] = await atBothDoors({ name: 'Nora', email });
    expect([web, portal]).toEqual(['bad-request', 'invalid-request']);
  });

  it.each([
    ['Nora', EMAIL],
    ['  Nora New\u200b ', 'nora@exämple.com'],
    ['山田 花子', EMAIL],
    ['\u200fנורה', EMAIL],
  ])('both are: %s', async (name, email) => {
    expect(await atBothDoors({ name, email })).toEqual(['registered', 'registered']);
  });
});

describe('C3: while somebody is online', () => {
  it.each(BLANK)('a blank name counts as none, and the visitor starts anonymously: %j', async (name) => {
    await app.goOnline('ann');
    expect(await atBothDoors({ name })).toEqual(['anonymous', 'anonymous']);
    expect(await atBothDoors({ name, email: EMAIL })).toEqual(['anonymous', 'anonymous']);
  });
});
