import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALLOWED_ORIGINS } from '../../../../src/domain/limits';
import { projectSettingsSchema } from '../../../../src/contract/settings';
import { DEFAULT_PROJECT_SETTINGS } from '../../../../src/domain/settings';
import { acceptSuggestion, parseOrigins } from '../../../../static/settings/project/parse-origins';

const faultOf = (text: string) => {
  const [problem] = parseOrigins(text).problems;
  return problem && { fault: problem.fault, suggestion: problem.suggestion };
};

describe('the list of allowed web sites', () => {
  it('reads one web site per line and leaves out empty lines, spaces and repetitions', () => {
    expect(parseOrigins('\n https://a.example \n\nhttps://b.example:8443\r\nhttps://a.example/\n')).toEqual({
      origins: ['https://a.example', 'https://b.example:8443'],
      problems: [],
    });
  });

  it('spells an address as browsers do', () => {
    expect(parseOrigins('HTTPS://WWW.Example.COM:443/').origins).toEqual(['https://www.example.com']);
  });

  it.each([
    ['https://www.example.com/shop', 'has-more', 'https://www.example.com'],
    ['https://www.example.com?x=1', 'has-more', 'https://www.example.com'],
    ['https://www.example.com/#top', 'has-more', 'https://www.example.com'],
    ['https://me:secret@www.example.com', 'has-more', 'https://www.example.com'],
    ['www.example.com', 'no-scheme', 'https://www.example.com'],
    ['localhost:3000', 'no-scheme', 'https://localhost:3000'],
    ['https://*.example.com', 'wildcard', null],
    ['*', 'wildcard', null],
    ['ftp://example.com', 'not-an-address', null],
    ['our shop', 'not-an-address', null],
    ['shop', 'not-an-address', null],
    ['https://', 'not-an-address', null],
    [
      `https://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}.com`,
      'too-long',
      null,
    ],
  ])('says what is wrong with %s', (text, fault, suggestion) => {
    expect(faultOf(text)).toEqual({ fault, suggestion });
  });

  it('names the line, and puts the suggestion into that line only', () => {
    const text = 'https://a.example\n\nb.example/\nhttps://c.example';
    const [problem] = parseOrigins(text).problems;
    expect(problem).toMatchObject({ line: 3, text: 'b.example/', suggestion: 'https://b.example' });
    expect(problem && acceptSuggestion(text, problem)).toBe(
      'https://a.example\n\nhttps://b.example\nhttps://c.example',
    );
  });

  it('takes no more web sites than can be saved', () => {
    const lines = Array.from({ length: ALLOWED_ORIGINS + 1 }, (_, n) => `https://s${n}.example`);
    const { origins, problems } = parseOrigins(lines.join('\n'));
    expect(origins).toHaveLength(ALLOWED_ORIGINS);
    expect(problems).toMatchObject([{ line: ALLOWED_ORIGINS + 1, fault: 'too-many' }]);
  });

  it('lets through, from any text, only what the resolver accepts', () => {
    const line = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.domain(),
      fc.webAuthority().map((a) => `http://${a}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { origins } = parseOrigins(lines.join('\n'));
        const settings = { ...DEFAULT_PROJECT_SETTINGS, allowedOrigins: origins };
        expect(projectSettingsSchema.safeParse(settings).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
