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

function tokenOf(
  claims: object,
  { header = { alg: 'HS256', typ: 'JWT' }, secret = SECRET }: { header?: unknown; secret?: string } = {},
): string {
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
    ['a beginning more than a minute ahead', tokenOf({ ...good, nbf: now + 61 })],
    ['a beginning that is no number', tokenOf({ ...good, nbf: 'now' })],
    ['a beginning that is null', tokenOf({ ...good, nbf: null })],
    ['a negative beginning', tokenOf({ ...good, nbf: -1 })],
    ['a negative start', tokenOf({ ...good, iat: -now, exp: now + 600 })],
    ['an end before its start', tokenOf({ ...good, iat: now + 50, exp: now + 40 })],
    ['times as text', tokenOf({ ...good, iat: String(now), exp: String(now + 600) })],
    ['something critical', tokenOf(good, { header: { alg: 'HS256', crit: ['exp'] } })],
    ['an empty list of what is critical', tokenOf(good, { header: { alg: 'HS256', crit: [] } })],
    ['an unencoded body', tokenOf(good, { header: { alg: 'HS256', b64: false } })],
    ['another type', tokenOf(good, { header: { alg: 'HS256', typ: 'at+jwt' } })],
    ['a type that is no text', tokenOf(good, { header: { alg: 'HS256', typ: ['JWT'] } })],
    ['a list as its head', tokenOf(good, { header: ['HS256'] })],
    ['another algorithm of its family', tokenOf(good, { header: { alg: 'HS512' } })],
    ['its algorithm in small letters', tokenOf(good, { header: { alg: 'hs256' } })],
    ['a number as subject', tokenOf({ ...good, sub: 7 })],
    ['a list as subject', tokenOf({ ...good, sub: ['user-7'] })],
    ['other widgets only', tokenOf({ ...good, aud: ['X'.repeat(22)] })],
    ['an audience that is partly no text', tokenOf({ ...good, aud: [WIDGET, 7] })],
    ['an object as audience', tokenOf({ ...good, aud: { 0: WIDGET } })],
    ['an object as name', tokenOf({ ...good, name: { first: 'Nora' } })],
    ['a list as address', tokenOf({ ...good, email: ['nora@example.com'] })],
    ['not a token', 'a.b.c'],
    ['nothing', ''],
  ])('is refused with %s (T3)', (_case, token) => {
    expect(read(token)).toBeNull();
  });

  it.each([
    ['a beginning that is past', tokenOf({ ...good, nbf: now - 1 })],
    ['a beginning within the minute that clocks may differ', tokenOf({ ...good, nbf: now + 60 })],
    ['no type', tokenOf(good, { header: { alg: 'HS256' } })],
    ['its type in small letters', tokenOf(good, { header: { alg: 'HS256', typ: 'jwt' } })],
    ['several audiences', tokenOf({ ...good, aud: ['X'.repeat(22), WIDGET] })],
    ['no name', tokenOf({ ...good, name: null, email: undefined })],
    ['parts of seconds', tokenOf({ ...good, iat: now - 0.5 })],
    ['claims of which Frontdesk knows nothing', tokenOf({ ...good, jti: 'x', roles: ['a'] })],
  ])('is taken with %s (T3)', (_case, token) => {
    expect(read(token)?.subject).toBe('user-7');
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
