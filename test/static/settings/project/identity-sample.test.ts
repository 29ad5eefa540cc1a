import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StartBody } from '../../../../src/contract/conversation';
import { identityPageSample, identitySample } from '../../../../static/settings/project/identity-sample';
import { SUP, aSite } from '../../../support/a-site';
import type { SiteDriver } from '../../../support/a-site';
import { NOON } from '../../../support/desk-builders';

interface Sample {
  frontdeskToken(person: { id: string; name: string; email: string }): string;
}

/** Runs the text that is copied, as a module of its own. */
async function run(widgetId: string): Promise<Sample> {
  const source = Buffer.from(identitySample(widgetId)).toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${source}`)) as Sample;
}

const zoe = { id: '42', name: 'Zoë Žižek', email: 'zoe@example.com' };

const decode = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));

async function start({ site }: SiteDriver, widgetId: string, identity: string): Promise<unknown> {
  const body: StartBody = { widgetId, message: 'Hello', clientMessageId: randomUUID(), identity };
  const answer = await site.webTrigger({
    method: 'POST',
    path: '/v1/conversations',
    headers: { 'content-type': ['text/plain'] },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...(JSON.parse(String(answer.body)) as object) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('the code sample for a web site’s back end', () => {
  it('makes a token signed with HS256 that holds for ten minutes, for this widget only', async () => {
    vi.stubEnv('FRONTDESK_SECRET', 's3cret');
    const { frontdeskToken } = await run('aWidgetId-1');
    const [header, claims, signature] = frontdeskToken(zoe).split('.');
    expect(decode(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decode(claims)).toEqual({
      sub: '42',
      name: 'Zoë Žižek',
      email: 'zoe@example.com',
      aud: 'aWidgetId-1',
      iat: NOON / 1_000,
      exp: NOON / 1_000 + 600,
    });
    const expected = createHmac('sha256', 's3cret').update(`${header}.${claims}`).digest('base64url');
    expect(signature).toBe(expected);
  });

  it('is what the guide shows', () => {
    const guide = readFileSync('docs/signed-identity.md', 'utf8');
    expect(guide).toContain(`\`\`\`js\n${identitySample('YOUR-WIDGET-ID')}\`\`\``);
  });

  it('logs its visitors in while nobody is online, until the secret is replaced', async () => {
    const app = await aSite();
    const widgetId = await app.widgetId('SUP');
    const renew = () => app.value('pia', 'renewIdentitySecret', { projectId: SUP });
    vi.stubEnv('FRONTDESK_SECRET', (await renew()).secret);
    const token = (await run(widgetId)).frontdeskToken(zoe);
    expect(await start(app, widgetId, token)).toMatchObject({
      status: 201,
      visitor: { kind: 'signed', name: zoe.name, email: zoe.email },
    });
    const refused = { status: 403, error: 'login-required' };
    expect(await start(app, widgetId, `${token.slice(0, -4)}AAAA`)).toMatchObject(refused);
    expect(await start(app, await app.widgetId('OPS'), token)).toMatchObject(refused);
    await renew();
    expect(await start(app, widgetId, token)).toMatchObject(refused);
  });
});

describe('the code sample for a web page', () => {
  /** A page in which the widget's script, being `async`, may have run already. */
  function aPage() {
    const tokens: unknown[] = [];
    const frontdesk = { identify: ({ token }: { token: unknown }) => tokens.push(token) };
    const document = new EventTarget();
    const page = createContext({ document, token: 'the-token' });
    runInContext('globalThis.window = globalThis', page);
    return {
      tokens,
      runWidget() {
        Object.assign(page, { frontdesk });
        document.dispatchEvent(new Event('frontdesk:ready'));
      },
      runSample: () => void runInContext(identityPageSample, page),
    };
  }

  it('hands the token over once, whichever of the two scripts runs first', () => {
    const [sampleFirst, widgetFirst] = [aPage(), aPage()];
    sampleFirst.runSample();
    sampleFirst.runWidget();
    widgetFirst.runWidget();
    widgetFirst.runSample();
    expect([sampleFirst.tokens, widgetFirst.tokens]).toEqual([['the-token'], ['the-token']]);
  });

  it('is what the guide shows', () => {
    const guide = readFileSync('docs/signed-identity.md', 'utf8').replaceAll(/^ {3}/gm, '');
    expect(guide).toContain(`\`\`\`js\n${identityPageSample}\n\`\`\``);
  });
});
