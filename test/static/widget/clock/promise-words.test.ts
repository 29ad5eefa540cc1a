import { afterEach, describe, expect, it } from 'vitest';
import german from '../../../../locales/de-DE.json';
import english from '../../../../locales/en-US.json';
import french from '../../../../locales/fr-FR.json';
import japanese from '../../../../locales/ja-JP.json';
import { promiseWords } from '../../../../static/widget/clock/promise-words';
import type { Availability } from '../../../../static/widget/frontdesk-api';

/** A Sunday. */
const NOW = Date.parse('2026-11-22T12:00:00Z');
const ownZone = process.env['TZ'];

function inZone(
  zone: string,
  told: Partial<Availability>,
  { widget: labels }: { widget: Record<string, string> } = english,
  locale = 'en-GB',
): ReturnType<typeof promiseWords> {
  process.env['TZ'] = zone;
  const nobody: Availability = { state: 'offline', anonymous: false, until: null, nextOnlineAt: null };
  return promiseWords({ ...nobody, ...told }, { labels, locale, now: NOW });
}

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

describe('C5, H5: when somebody is back, in the visitor’s own time zone', () => {
  it.each([
    ['Europe/Berlin', '2026-11-22T13:00:00Z', 'Back at 14:00'],
    ['America/New_York', '2026-11-22T13:00:00Z', 'Back at 08:00'],
    ['Europe/Berlin', '2026-11-22T23:00:00Z', 'Back tomorrow at 00:00'],
    ['Europe/Berlin', '2026-11-23T08:00:00Z', 'Back tomorrow at 09:00'],
    ['Asia/Tokyo', '2026-11-22T15:30:00Z', 'Back tomorrow at 00:30'],
    ['America/New_York', '2026-11-23T04:59:00Z', 'Back at 23:59'],
    ['Europe/Berlin', '2026-11-24T08:00:00Z', 'Back on Tuesday at 09:00'],
    // The last day whose name is not today's.
    ['Europe/Berlin', '2026-11-28T22:59:00Z', 'Back on Saturday at 23:59'],
    ['Europe/Berlin', '2026-11-28T23:00:00Z', 'Back on Sunday 29 November at 00:00'],
  ])('in %s for %s: %s', (zone, nextOnlineAt, words) => {
    expect(inZone(zone, { nextOnlineAt })).toEqual({ closed: '', promise: words });
  });

  it.each([
    ['2026-11-22T13:00:00Z', 'Expected at 14:00'],
    ['2026-11-23T08:00:00Z', 'Expected tomorrow at 09:00'],
    ['2026-11-24T08:00:00Z', 'Expected on Tuesday at 09:00'],
    ['2026-11-22T12:00:00Z', 'Expected any moment'],
    ['2026-11-22T11:51:00Z', 'Expected any moment'],
  ])('while it depends on somebody’s word, for %s: %s (H2)', (nextOnlineAt, words) => {
    expect(inZone('Europe/Berlin', { nextOnlineAt, expected: true }).promise).toBe(words);
  });

  it('calls the day after a change of the clock tomorrow, though it has another length', () => {
    const now = Date.parse('2026-10-24T22:30:00Z');
    process.env['TZ'] = 'Europe/Berlin';
    const told: Availability = { state: 'offline', anonymous: false, until: null, nextOnlineAt: null };
    const reader = { labels: english.widget, locale: 'en-GB', now };
    const wordsOf = (at: string): string => promiseWords({ ...told, nextOnlineAt: at }, reader).promise;
    // 23:30 of the day of 25 hours, and 00:30 after it.
    expect(wordsOf('2026-10-25T22:30:00Z')).toBe('Back at 23:30');
    expect(wordsOf('2026-10-25T23:30:00Z')).toBe('Back tomorrow at 00:30');
  });

  it.each([
    ['nothing is known', null],
    ['it is over', '2026-11-22T11:59:59Z'],
    ['it is no time', 'soon'],
  ])('says nothing when %s', (_name, nextOnlineAt) => {
    expect(inZone('Europe/Berlin', { nextOnlineAt }).promise).toBe('');
  });
});

describe('H4: until when the desk is closed', () => {
  it.each([
    ['2026-11-22T14:00:00Z', 'Closed until 15:00'],
    ['2026-11-23T08:00:00Z', 'Closed until tomorrow at 09:00'],
    ['2026-11-25T08:00:00Z', 'Closed until Wednesday at 09:00'],
    ['2026-12-24T08:00:00Z', 'Closed until Thursday 24 December at 09:00'],
  ])('for %s: %s', (until, words) => {
    expect(inZone('Europe/Berlin', { closed: { until, message: '' } })).toEqual({
      closed: words,
      promise: '',
    });
  });
});

describe('In every language', () => {
  const closed = { until: '2026-11-22T14:00:00Z', message: '' };
  it.each([
    [german, 'de-DE', 'Wieder da: Dienstag um 09:00', 'Geschlossen bis 15:00'],
    [french, 'fr-FR', 'De retour mardi à 09:00', 'Fermé jusqu’à 15:00'],
    [japanese, 'ja-JP', '火曜日 9:00 に戻ります', '15:00 まで休止しています'],
  ])('is a whole sentence: %#', (texts, locale, promise, until) => {
    const told = { nextOnlineAt: '2026-11-24T08:00:00Z', closed };
    expect(inZone('Europe/Berlin', told, texts, locale)).toEqual({ closed: until, promise });
  });

  it.each([
    ['2026-11-24T08:00:00Z', 'Fermé, réouverture mardi à 09:00'],
    ['2026-12-24T08:00:00Z', 'Fermé, réouverture jeudi 24 décembre à 09:00'],
  ])('and right also with a date, which takes another word for “until” in French: %s', (until, words) => {
    const told = { closed: { until, message: '' } };
    expect(inZone('Europe/Berlin', told, french, 'fr-FR').closed).toBe(words);
  });
});
