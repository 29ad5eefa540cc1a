import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterCount } from '../../src/domain/character-count';
import { NAME_LENGTH } from '../../src/domain/limits';
import { saidName } from '../../src/domain/said-name';
import { saidLine, saidText } from '../../src/domain/said-text';
import { showsNothing } from '../../src/domain/shows-nothing';

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r',
        '\n',
        '\0',
        '\u0085',
        '\u2028',
        '\u202e',
        '\u2066',
        '\ufffe',
        '\ud83d',
        '\ude00',
        '👋',
        'e\u0301',
        '\u200b',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('T2: a text is kept as it was typed, and as Jira takes it', () => {
  it.each([
    ['lines that end as on old Macs', 'One\rtwo\r\rfour', 'One\ntwo\n\nfour'],
    ['as on Windows', 'One\r\ntwo', 'One\ntwo'],
    [
      'as in other programs',
      'One\u2028two\u2029three\u0085four\vfive\fsix',
      'One\ntwo\nthree\nfour\nfive\nsix',
    ],
    ['controls', 'a\0b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    ['a tab', 'a\tb', 'a\tb'],
    ['overrides of direction', 'abc\u202e)cba\u202c \u2066x\u2069', 'abc)cba x'],
    ['marks of direction, which Hebrew and Arabic need', '\u200fשלום\u200e!', '\u200fשלום\u200e!'],
    ['half a character', 'a\ud83db', 'a\ufffdb'],
    ['an emoji of several', '👩‍👩‍👧 ❤️', '👩‍👩‍👧 ❤️'],
    ['what is no character', 'a\uffffb\ufdd0c\u{1fffe}', 'abc'],
    ['empty lines around it', ' \n\r\n  indented\n\nend \n\n', '  indented\n\nend'],
    ['mark-up', '*bold* [x|https://a.example] <b>', '*bold* [x|https://a.example] <b>'],
  ])('%s', (_what, typed, kept) => {
    expect(saidText(typed)).toBe(kept);
  });

  it('whatever it is, it can be written down, is never longer, and is kept the same when it is kept again', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const kept = saidText(typed);
        expect(kept).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\p{NChar}\u202a-\u202e\u2066-\u2069]/u);
        expect(characterCount(kept)).toBeLessThanOrEqual(characterCount(typed));
        expect(saidText(kept)).toBe(kept);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a line is one, and of no half character where it is cut', () => {
    expect(saidLine(' a\r\n b\tc ')).toBe('a b c');
    expect(saidLine('👋👋👋', 2)).toBe('👋👋');
  });
});

describe('T1: a name', () => {
  it.each([
    ['  Nora \u00a0 New\u200b ', 'Nora New'],
    ['Nora\r\nNew\t', 'Nora New'],
    ['Eve \u202e)troppuS( nnA\u202c\u0007', 'Eve )troppuS( nnA'],
    ['\u200fנורה\u200e\u061c', 'נורה'],
    ['Zoe\u0308', 'Zoë'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['Ann\u3164\u3164Agent', 'AnnAgent'],
    ['x'.repeat(NAME_LENGTH + 1), 'x'.repeat(NAME_LENGTH)],
  ])('%j is kept as %j', (typed, kept) => {
    expect(saidName(typed)).toBe(kept);
  });

  it.each(['', ' ', '\u200b\u200d', '\u3164\u2800', '\u2066 \u2069', '\ufe0f', '\0', '\uffff'])(
    'is none where nothing of it can be read: %j',
    (typed) => {
      expect(saidName(typed)).toBe('');
    },
  );

  it('is one line, of limited length, without what turns or hides', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const kept = saidName(typed);
        expect(kept).not.toMatch(/(?![\u200c\u200d])[\p{Cf}\p{Cc}\p{Cs}]/u);
        expect(characterCount(kept)).toBeLessThanOrEqual(NAME_LENGTH);
        expect(saidName(kept)).toBe(kept);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('What shows nothing', () => {
  it.each([
    '',
    ' \n\t',
    '\u200b',
    '\u00ad\u2060',
    '\ufeff',
    '\ufe0f',
    '\u115f\u1160\u3164\uffa0',
    '\u2800',
    '\u{e0061}',
    '\u034f',
    '\u00a0\u3000',
    '\u200e',
  ])('is %j', (text) => {
    expect(showsNothing(text)).toBe(true);
  });

  // The last may be a character that is newer than this server.
  it.each(['.', '…', '❤️', '\u200b.', '한', '\ufffd', '\ue000', '\u{1faff}'])('is not %j', (text) => {
    expect(showsNothing(text)).toBe(false);
  });
});
