import { describe, expect, it } from 'vitest';
import german from '../../../locales/de-DE.json';
import english from '../../../locales/en-US.json';
import french from '../../../locales/fr-FR.json';
import japanese from '../../../locales/ja-JP.json';
import { WHY_KINDS } from '../../../src/domain/clock/why-kinds';
import { createTexts } from '../../../static/app/texts';
import { ruleWords, verdictWords, type WhyTimes } from '../../../static/why/why-words';

const LOCALES: Record<string, Record<string, Record<string, string>>> = {
  'en-US': english,
  'de-DE': german,
  'fr-FR': french,
  'ja-JP': japanese,
};

const NOW = Date.parse('2026-03-02T10:00:00Z');
const FACTS = {
  until: '2026-03-02T17:00:00.000Z',
  since: '2026-03-02T09:00:00.000Z',
  asked: '2026-03-02T09:00:00.000Z',
  slotEnd: '2026-03-02T17:00:00.000Z',
  at: '2026-03-02T13:00:00.000Z',
  zone: 'Europe/London',
  message: 'Team day',
  reason: 'Lunch',
  by: 'Pia Park',
  count: '2',
};

const timesIn = (locale: string, visitorZone = 'Asia/Tokyo'): WhyTimes => ({
  texts: createTexts(locale, (key) => {
    const [section = '', name = ''] = key.split('.');
    return LOCALES[locale]?.[section]?.[name] ?? `?${key}`;
  }),
  now: NOW,
  visitorZone,
});

const rule = (kind: string, facts: Record<string, string> = FACTS) => ({
  id: 'H7',
  kind,
  facts,
  text: 'As the server says it.',
  decides: true,
});

describe.each(Object.keys(LOCALES))('Why, in %s', (locale) => {
  it.each(WHY_KINDS)(
    'has words for %s, with all its facts and without any that can be missing (H7)',
    (kind) => {
      const { until: _u, slotEnd: _s, message: _m, reason: _r, ...fewer } = FACTS;
      for (const facts of [FACTS, { ...FACTS, message: '', reason: '' }]) {
        expect(ruleWords(timesIn(locale), rule(kind, facts))).not.toMatch(/[?{}]\w|As the server/);
      }
      const hasEnd = ['closed', 'break', 'missed', 'time-ended'].includes(kind);
      const least = rule(kind, hasEnd ? FACTS : fewer);
      expect(ruleWords(timesIn(locale), least)).not.toMatch(/[?{}]\w|As the server/);
    },
  );
});

describe('Why', () => {
  const times = timesIn('en-US');

  it('tells instants in the reader’s zone, and the visitor’s beside them where they differ (H7)', () => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(ruleWords(times, rule('break'))).toMatch(/^On a break until .* \(tomorrow 2:00 AM in Tokyo\)\.$/);
    expect(ruleWords(timesIn('en-US', here), rule('break'))).not.toContain(' in ');
  });

  it('says what the server says of a rule that came after this page (H7)', () => {
    expect(ruleWords(times, rule('moon-phase'))).toBe('As the server says it.');
  });

  it('says a person whose name isn’t known as someone (H7)', () => {
    expect(ruleWords(times, rule('put-offline', { ...FACTS, by: '' }))).toMatch(
      /^Someone set this agent to offline/,
    );
  });

  it.each([
    [{ state: 'online' }, 'Customers see that you’re online', /^Until /],
    [{ state: 'online', until: null }, 'Customers see that you’re online', /^No end is set\.$/],
    [{ state: 'offline' }, 'Customers see that no one is online', /^They’re told when someone is back: /],
    [
      { state: 'offline', expected: true, nextExpected: true },
      'Customers see that no one is online',
      /^They’re told when someone is expected: /,
    ],
    // Somebody may have come by then; whoever comes next does for certain.
    [
      { state: 'offline', expected: true },
      'Customers see that no one is online',
      /^They’re told when someone is back: /,
    ],
    [{ state: 'offline', nextOnlineAt: null }, 'Customers see that no one is online', /^They aren’t told/],
    [{ state: 'offline', rules: [rule('closed')] }, 'Customers see that the chat is closed', /^They’re told/],
    [{ state: 'hidden' }, 'Customers see no chat icon', /^Those who’ve already started a chat/],
    [{ state: 'disabled' }, 'Customers see nothing', /^Chat is off in this space\.$/],
  ] as const)('says the verdict %j first (H7)', (change, title, body) => {
    const why = {
      at: FACTS.at,
      expected: false,
      nextExpected: false,
      until: FACTS.until,
      nextOnlineAt: FACTS.until,
      agents: [],
      ...change,
      rules: 'rules' in change ? [...change.rules] : [],
    };
    const said = verdictWords(times, why);
    expect(said.title).toBe(title);
    expect(said.body).toMatch(body);
  });
});
