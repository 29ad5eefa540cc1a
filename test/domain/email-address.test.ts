import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedEmail, isEmail } from '../../src/domain/email-address';

describe('C2: an address', () => {
  it.each([
    'a.b+c@sub.example.org',
    "o'neil@example.co.uk",
    '!#$%&*+/=?^_`{|}~-@example.org',
    '1@example.org',
    'a@b-c.example.org',
    'a@1.example.org',
    '"john doe"@example.org',
    '"a@b"@example.org',
    String.raw`"a\"b\\c"@example.org`,
    '"first..last"@example.org',
    'jürgen@example.org',
    'nora@exämple.com',
    '用户@例子.广告',
    'δοκιμή@παράδειγμα.δοκιμή',
    'Nora@Example.ORG',
    'a@example.xn--p1ai',
    `${'x'.repeat(64)}@example.org`,
    `${'ü'.repeat(32)}@example.org`,
    `a@${'b'.repeat(63)}.org`,
    `${'x'.repeat(64)}@${`${'y'.repeat(60)}.`.repeat(3)}org`,
  ])('that mail takes: %s', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  it.each([
    '',
    '@',
    'a',
    'a@b',
    '@example.org',
    'a@',
    'a@@example.org',
    'a@b@example.org',
    'first..last@example.org',
    '.info@example.org',
    'info.@example.org',
    'a b@example.org',
    ' a@example.org',
    'a@example.org ',
    'a@example.org\n',
    '<a@example.org>',
    'Nora <a@example.org>',
    'mailto:a@example.org,b@example.org',
    'a@example.org, b@example.org',
    'a(comment)@example.org',
    'a:b@example.org',
    String.raw`a\b@example.org`,
    '""@example.org',
    '"a"b@example.org',
    '"a"b"@example.org',
    '"a\n"@example.org',
    'a@example..org',
    'a@.example.org',
    'a@example.org.',
    'a@-example.org',
    'a@example-.org',
    'a@exa_mple.org',
    'a@exa mple.org',
    'a@example.o',
    'a@example.123',
    'a@192.0.2.1',
    'a@[192.0.2.1]',
    'a@example.org/path',
    'a@example.org:25',
    'a@ｅxample.org',
    'a@xn--a.org',
    'a@💥.example.org',
    'a\u0000b@example.com',
    'moc.elpmaxe@\u202eevil.test',
    'a\u202eb@example.org',
    'a\u200bb@example.org',
    'a@exam\u00adple.org',
    'a@exam\u200dple.org',
    'a\u3164@example.org',
    'a\u00a0b@example.org',
    '\ud800@example.org',
    `${'x'.repeat(65)}@example.org`,
    `${'ü'.repeat(33)}@example.org`,
    `a@${'b'.repeat(64)}.org`,
    `a@${'ü'.repeat(60)}.org`,
    `${'x'.repeat(64)}@${`${'y'.repeat(61)}.`.repeat(3)}info`,
  ])('that no mail takes: %j', (text) => {
    expect(isEmail(text)).toBe(false);
  });

  it('has nothing in it that cannot be seen, whatever somebody makes up', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', '.', '"', '\\', '@', '-', 'ü', '\u200b', '\u202e', ' ', '\n', '\0'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    const made = fc.array(piece, { maxLength: 12 }).map((pieces) => `${pieces.join('')}@example.org`);
    fc.assert(
      fc.property(made, (text) => {
        expect(isEmail(text) && /(?! )[\p{C}\p{Z}\p{DI}\u2800]/u.test(text)).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is looked at in one pass, however long the text is', () => {
    for (const long of [
      'a'.repeat(100_000),
      'a.'.repeat(50_000),
      '"\\'.repeat(50_000),
      'a@'.repeat(50_000),
    ]) {
      expect(isEmail(`${long}@example.org`)).toBe(false);
      expect(isEmail(`a@${long}`)).toBe(false);
    }
  });

  it('is one of those that browsers and mailers agree on', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        fc.pre(/\.[a-z]{2,}$/i.test(text));
        expect(isEmail(text)).toBe(true);
      }),
    );
  });
});

it('an address is the same however its letters are typed, and no other is (T1, T7)', () => {
  const typed = 'jos\u00e9@example.com';
  for (const other of ['JOS\u00c9@Example.com', ' jose\u0301@example.com '])
    expect(foldedEmail(other)).toBe(foldedEmail(typed));
  expect(foldedEmail('jose@example.com')).not.toBe(foldedEmail(typed));
});
