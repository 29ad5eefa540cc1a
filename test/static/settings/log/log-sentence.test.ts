import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOG_EVENTS } from '../../../../src/domain/log-entry';
import type { LogRow } from '../../../../src/contract/settings';
import type { Person } from '../../../../src/domain/person';
import { logSentence } from '../../../../static/settings/log/log-sentence';
import type { LogWords } from '../../../../static/settings/log/log-sentence';

const person = (name: string | null): Person => ({ accountId: `id-${name}`, name, avatarUrl: null });

const words: LogWords = {
  person: (who) => who.name ?? 'someone',
  someone: 'someone',
  frontdesk: 'Frontdesk',
  until: (end) => `<${end}>`,
  span: (from, until) => ({ from: `<${from}>`, until: `<${until}>` }),
  settings: (names) => names.join('+'),
};

const row = (change: Partial<LogRow>): LogRow => ({
  at: '2026-11-22T10:00:00.000Z',
  event: 'went-online',
  actor: person('Ann'),
  subject: null,
  ...change,
});

const locales = readdirSync('locales').map((file) => {
  const texts: unknown = JSON.parse(readFileSync(`locales/${file}`, 'utf8'));
  return { file, texts: texts as Record<string, Record<string, string>> };
});

const variants = LOG_EVENTS.flatMap((event) => [
  row({ event }),
  row({
    event,
    actor: person('Pia'),
    subject: person('Ann'),
    until: '2026-11-22T11:00:00.000Z',
    reason: 'end of shift',
    changed: ['welcomeText'],
  }),
  row({ event, actor: null, subject: person(null), until: null, reason: null, changed: [] }),
]);

describe('the log', () => {
  it.each(locales)('has a sentence in $file for every event, and fills each of its gaps', ({ texts }) => {
    for (const variant of variants) {
      const { key, values } = logSentence(variant, words);
      const [section = '', name = ''] = key.split('.');
      const text = texts[section]?.[name];
      expect(text, key).toBeTypeOf('string');
      const gaps = [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(new Set(gaps), key).toEqual(new Set(Object.keys(values)));
    }
  });

  it('tells who put whom offline, and why', () => {
    const put = row({
      event: 'put-offline',
      actor: person('Pia'),
      subject: person('Ann'),
      reason: 'end of shift',
    });
    expect(logSentence(put, words)).toEqual({
      key: 'settings.logPutOfflineReason',
      values: { actor: 'Pia', subject: 'Ann', reason: 'end of shift' },
    });
  });

  it('names the agent whose time ended, though nobody did it', () => {
    const ended = row({ event: 'time-ended', actor: null, subject: person('Ann') });
    expect(logSentence(ended, words)).toEqual({ key: 'settings.logTimeEnded', values: { subject: 'Ann' } });
  });

  it('does not name an agent whose account was deleted', () => {
    const removed = row({ event: 'removed', actor: null, subject: null });
    expect(logSentence(removed, words).values).toEqual({ subject: 'someone' });
  });
});
