import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { identitySample } from '../../../static/settings/identity-sample';

interface Sample {
  frontdeskToken(person: { id: string; name: string; email: string }): string;
}

/** Runs the text that is copied, as a module of its own. */
async function run(widgetId: string): Promise<Sample> {
  const source = Buffer.from(identitySample(widgetId)).toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${source}`)) as Sample;
}

const decode = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));

describe('the code sample for a web site’s back end', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('makes a token signed with HS256 that holds for ten minutes, for this widget only', async () => {
    vi.stubEnv('FRONTDESK_SECRET', 's3cret');
    const { frontdeskToken } = await run('aWidgetId-1');
    const token = frontdeskToken({ id: '42', name: 'Zoë Žižek', email: 'zoe@example.com' });
    const [header, claims, signature] = token.split('.');
    expect(decode(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    const { iat, exp, ...rest } = decode(claims) as { iat: number; exp: number };
    expect(rest).toEqual({ sub: '42', name: 'Zoë Žižek', email: 'zoe@example.com', aud: 'aWidgetId-1' });
    expect(exp - iat).toBe(600);
    expect(Number.isInteger(iat)).toBe(true);
    const expected = createHmac('sha256', 's3cret').update(`${header}.${claims}`).digest('base64url');
    expect(signature).toBe(expected);
  });
});
