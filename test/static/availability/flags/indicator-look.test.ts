import { describe, expect, test } from 'vitest';
import english from '../../../../locales/en-US.json';
import { indicatorLook, unknownLook, waitingOn } from '../../../../static/availability/flags/indicator-look';
import { createTexts } from '../../../../static/app/texts';
import type { Waiting } from '../../../../src/contract/inbox';
import { agentRow, at, onlinePanel, panel } from '../panel-builder';

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
      mark: null,
      waiting: null,
      name: 'You’re offline. 2 agents online in Support.',
    });
  });

  test('is in its zero look when nobody is online', () => {
    expect(indicatorLook(texts, panel())).toMatchObject({ count: '0', tone: 'none' });
  });

  test('says that I am online', () => {
    expect(indicatorLook(texts, onlinePanel())).toMatchObject({
      online: true,
      name: 'You’re online. 1 agent online in Support.',
    });
  });

  test('counts over my projects where there is no project', () => {
    const { project: _none, ...nowhere } = panel({ onlineCount: 3 });
    expect(indicatorLook(texts, nowhere).name).toBe('You’re offline. 3 agents online in your spaces.');
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

describe('I7: the indicator', () => {
  const inProject = (projectId: string, count: number, minutesAgo: number, isMore = false) => ({
    projectId,
    projectName: projectId,
    anonymousName: '',
    online: true,
    count,
    isMore,
    longestSince: at(-minutesAgo),
    chats: [],
  });
  const waiting = (...projects: Waiting['projects']): Waiting => ({ now: at(0), projects });
  const NOW = Date.parse(at(0));
  const lookOf = (known: Waiting | null, here = panel()) =>
    indicatorLook(texts, here, waitingOn(here, known), NOW);

  test('says how many customers wait and how long the longest has, on the page’s project', () => {
    const look = lookOf(waiting(inProject('1', 2, 4), inProject('2', 5, 60)));
    expect(look.waiting).toBe('2 · 4 min');
    expect(look.name).toMatch(/2 customers are waiting, the longest for 4 min\.$/);
  });

  test('says it of all my projects where there is no project', () => {
    const { project: _none, ...nowhere } = panel();
    const look = lookOf(waiting(inProject('1', 2, 4), inProject('2', 1, 75)), nowhere);
    expect(look.waiting).toBe('3 · 1 hr 15 min');
  });

  test('says nothing where nobody waits, and no more than it can count', () => {
    expect(lookOf(null).waiting).toBeNull();
    expect(lookOf(waiting(inProject('2', 1, 4))).waiting).toBeNull();
    expect(lookOf(waiting(inProject('1', 100, 4, true))).waiting).toBe('99+ · 4 min');
    expect(lookOf(waiting(inProject('1', 1, 4))).name).toMatch(/1 customer has been waiting for 4 min\.$/);
  });
});
