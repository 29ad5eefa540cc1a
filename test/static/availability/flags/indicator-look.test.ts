import { describe, expect, test } from 'vitest';
import english from '../../../../locales/en-US.json';
import { indicatorLook, unknownLook } from '../../../../static/availability/flags/indicator-look';
import { createTexts } from '../../../../static/app/texts';
import { agentRow, onlinePanel, panel } from '../panel-builder';

const texts = createTexts('en-US', (key) => {
  const name = key.replace('background.', '');
  return (english.background as Record<string, string>)[name] ?? key;
});

describe('the indicator', () => {
  test('says that I am offline and how many are online here', () => {
    const look = indicatorLook(texts, panel({ onlineCount: 2, agents: [agentRow('bo'), agentRow('cy')] }));
    expect(look).toEqual({
      visible: true,
      online: false,
      count: '2',
      tone: 'some',
      name: 'You are offline. 2 agents online in Support.',
    });
  });

  test('is in its zero look when nobody is online', () => {
    expect(indicatorLook(texts, panel())).toMatchObject({ count: '0', tone: 'none' });
  });

  test('says that I am online', () => {
    expect(indicatorLook(texts, onlinePanel())).toMatchObject({
      online: true,
      name: 'You are online. 1 agent online in Support.',
    });
  });

  test('counts over my projects where there is no project', () => {
    const { project: _none, ...nowhere } = panel({ onlineCount: 3 });
    expect(indicatorLook(texts, nowhere).name).toBe('You are offline. 3 agents online in your projects.');
  });

  test('tells admins, who have no status of their own, only who is online', () => {
    expect(indicatorLook(texts, panel({ me: { isAgent: false } })).name).toBe('0 agents online in Support.');
  });

  test('stays out of sight where the site says so', () => {
    expect(indicatorLook(texts, panel({ showIndicator: false })).visible).toBe(false);
  });

  test('keeps its width with a large team', () => {
    expect(indicatorLook(texts, panel({ onlineCount: 140 })).count).toBe('99+');
  });

  test('is never online from an unknown state, and not drawn where it was not', () => {
    expect(unknownLook(texts, onlinePanel())).toMatchObject({ visible: true, online: false, count: '?' });
    expect(unknownLook(texts, null).visible).toBe(false);
  });
});
