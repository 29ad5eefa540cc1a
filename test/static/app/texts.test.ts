import { describe, expect, test } from 'vitest';
import german from '../../../locales/de-DE.json';
import english from '../../../locales/en-US.json';
import { createTexts } from '../../../static/app/texts';

const lookUp =
  (locale: Record<string, Record<string, string>>) =>
  (key: string): string => {
    const [section = '', name = ''] = key.split('.');
    return locale[section]?.[name] ?? key;
  };

describe('texts', () => {
  const texts = createTexts('en-US', lookUp(english));

  test('fill in what belongs into them', () => {
    expect(texts.t('agent.youAreOnline', { project: 'Support' })).toBe('You’re online in Support');
  });

  test('keep a name that looks like a placeholder as it is', () => {
    expect(texts.t('agent.youAreOnline', { project: '{name} $& $1' })).toBe('You’re online in {name} $& $1');
  });

  test('end a sentence with one stop, be it an abbreviation’s', () => {
    const deutsch = createTexts('de-DE', lookUp(german));
    expect(deutsch.t('agent.firstTimeLongest', { duration: '12 Std.' })).toMatch(/[^.]\s12 Std\.$/);
    expect(texts.t('agent.firstTimeLongest', { duration: '12 hr' })).toMatch(/12 hr[^.]*\.$/);
  });

  test('follow the number', () => {
    expect(texts.counted('background.onlineIn', 1, { project: 'Support' })).toBe(
      '1 agent online in Support.',
    );
    expect(texts.counted('background.onlineIn', 0, { project: 'Support' })).toBe(
      '0 agents online in Support.',
    );
  });

  test('join names as the language does', () => {
    expect(texts.list(['Support', 'IT'])).toBe('Support and IT');
    expect(createTexts('de-DE', lookUp(german)).list(['Support', 'IT'])).toBe('Support und IT');
  });
});
