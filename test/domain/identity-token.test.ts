import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIdentityToken } from '../../src/domain/identity-token';
import { systemCrypto } from '../../src/platform/system';
import { NOON } from '../support/desk-builders';

const SECRET = 's'.repeat(43);
const WIDGET = 'W'.repeat(22);
const now = NOON / 1_000;
const good = {
  sub: 'user-7',
  name: 'Nora',
  email: 'nora@example.com',
  aud: WIDGET,
  iat: now,
  exp: now + 600,
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenOf(claims: object, { header = { alg: 'HS256', typ: 'JWT' }, secret = SECRET } = {}): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const read = (token: string) =>
  readIdentityToken(token, {
    widgetId: WIDGET,
    now: NOON,
    isSigned: (text, signature) => systemCrypto.equal(systemCrypto.sign(text, SECRET), signature),
  });

describe('signed identity', () => {
  it('says who a visitor is, as the web site’s own back end signed it', () => {
    expect(read(tokenOf(good))).toEqual({ subject: 'user-7', name: 'Nora', email: 'nora@example.com' });
  });

  it.each([
    ['another secret', tokenOf(good, { secret: 'other' })],
    ['no signature', `${tokenOf(good).split('.').slice(0, 2).join('.')}.`],
    ['the algorithm "none"', tokenOf(good, { header: { alg: 'none', typ: 'JWT' } })],
    ['another widget', tokenOf({ ...good, aud: 'X'.repeat(22) })],
    ['no subject', tokenOf({ ...good, sub: '' })],
    ['a past end', tokenOf({ ...good, exp: now })],
    ['no end', tokenOf({ ...good, exp: undefined })],
    ['a life of more than an hour', tokenOf({ ...good, exp: now + 3_601 })],
    ['a start in the future', tokenOf({ ...good, iat: now + 120, exp: now + 600 })],
    ['not a token', 'a.b.c'],
    ['nothing', ''],
  ])('is refused with %s', (_case, token) => {
    expect(read(token)).toBeNull();
  });

  it('is refused whatever a stranger makes up', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.jsonValue(), (junk, claims) => {
        expect(read(junk)).toBeNull();
        expect(read(`${encode({ alg: 'HS256' })}.${encode(claims)}.${junk}`)).toBeNull();
      }),
    );
  });

  it('takes an e-mail address only when it looks like one', () => {
    expect(read(tokenOf({ ...good, email: 'nobody' }))?.email).toBeNull();
  });
});
