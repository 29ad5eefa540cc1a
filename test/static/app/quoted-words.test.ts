import { describe, expect, test } from 'vitest';
import german from '../../../locales/de-DE.json';
import english from '../../../locales/en-US.json';
import french from '../../../locales/fr-FR.json';
import japanese from '../../../locales/ja-JP.json';

type Locale = Record<string, Record<string, string>>;

const QUOTED = /[“„]([^”“]*)[”“]|«\s([^»]*)\s»|「([^」]*)」/g;

/** What is said in quotation marks of a time. */
function timesQuoted(locale: Locale): string[] {
  return Object.entries(locale)
    .filter(([section]) => section !== 'widget')
    .flatMap(([, texts]) => Object.values(texts))
    .flatMap((text) => [...text.matchAll(QUOTED)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''))
    .filter((quoted) => quoted.includes('{time}'));
}

describe('Agents read what customers are told, as customers are told it', () => {
  test.each([
    ['English', english],
    ['German', german],
    ['French', french],
    ['Japanese', japanese],
  ])('in %s (H5)', (_language, locale) => {
    const customers: string[] = Object.values(locale.widget);
    expect(timesQuoted(locale).filter((words) => !customers.includes(words))).toEqual([]);
  });
});
