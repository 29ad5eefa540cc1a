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

  test('begin a sentence with “Someone”, and leave a name as its owner writes it', () => {
    const said = (name: string): string => texts.t('agent.wasPutOffline', { name });
    expect(said(texts.t('agent.someone'))).toBe('Someone is now offline.');
    expect(texts.t('agent.door', { name: texts.t('agent.someone') })).toBe('Set someone to offline');
    expect(said('ann arbor')).toBe('ann arbor is now offline.');
    const inGerman = createTexts('de-DE', lookUp(german));
    expect(inGerman.t('agent.wasPutOffline', { name: inGerman.t('agent.someone') })).toBe(
      'Jemand ist jetzt offline.',
    );
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
