import { readFileSync } from 'node:fs';
import path from 'node:path';
import { screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { indicatorLook, unknownLook } from '../../../static/availability/flags/indicator-look';
import { createIndicatorView } from '../../../static/availability/flags/indicator-view';
import { NOW, agentRow, at, onlinePanel, panel } from '../../static/availability/panel-builder';
import { englishTexts } from '../english-texts';

const file = path.resolve(import.meta.dirname, '../../../static/pages/background/index.html');

/** The page's own button, as its document has it. */
function openIndicator() {
  const [, body = ''] = /<body>(.*)<\/body>/s.exec(readFileSync(file, 'utf8')) ?? [];
  document.body.innerHTML = body;
  onTestFinished(() => document.body.replaceChildren());
  const view = createIndicatorView(screen.getByRole('button'));
  const draw = (now: Panel): void => view.draw(indicatorLook(englishTexts, now));
  return { view, draw };
}

const icon = (): HTMLElement => screen.getByRole('button');

/** What is seen, and what its colours and its shape follow. */
const look = () => ({
  name: icon().getAttribute('aria-label'),
  title: icon().title,
  count: document.getElementById('count')?.textContent,
  online: icon().dataset.online,
  tone: icon().dataset.count,
});

describe('the indicator', () => {
  it.each<[name: string, now: Panel, rest: object]>([
    ['You’re offline. 0 agents online in Support.', panel(), { count: '0', online: 'false', tone: 'none' }],
    [
      'You’re offline. 1 agent online in Support.',
      panel({ onlineCount: 1 }),
      { count: '1', online: 'false', tone: 'some' },
    ],
    [
      'You’re online. 2 agents online in Support.',
      { ...onlinePanel(), onlineCount: 2 },
      { count: '2', online: 'true', tone: 'some' },
    ],
  ])('says “%s” by name and title, by its number and its look (I1–I3)', (name, now, rest) => {
    const { draw } = openIndicator();
    draw(now);
    expect(look()).toEqual({ name, title: name, ...rest });
  });

  it('counts the agents of all my projects where there is no current one (I1)', () => {
    const { project: _none, ...everywhere } = { ...onlinePanel(), onlineCount: 2 };
    const { draw } = openIndicator();
    draw(everywhere);
    expect(look().name).toBe('You’re online. 2 agents online in your spaces.');
  });

  it('is not there where the site does not show it (I5)', () => {
    const { draw } = openIndicator();
    draw(panel({ showIndicator: false }));
    expect(screen.queryByRole('button')).toBeNull();
    draw(panel());
    expect(icon()).toBeTruthy();
  });

  it('is neither online nor offline when that is not known any more (C8)', () => {
    const { view } = openIndicator();
    view.draw(unknownLook(englishTexts, onlinePanel()));
    expect(look()).toMatchObject({
      name: 'Can’t tell who’s online right now. Select to try again.',
      count: '?',
      online: 'false',
      tone: 'unknown',
    });
  });

  it('tells that a dialog is behind it (I4)', () => {
    openIndicator();
    expect(icon().getAttribute('aria-haspopup')).toBe('dialog');
  });
});

describe('the indicator, beside the number of those online', () => {
  const mark = (): string | undefined => {
    const drawn = document.getElementById('mark');
    return drawn?.hidden ? undefined : drawn?.dataset.mark;
  };
  const asked = {
    why: 'roll-call' as const,
    since: at(0),
    until: at(10),
    end: at(480),
    projectIds: ['1'],
  };
  const expected = { ...agentRow('bo', at(10)), why: 'expected' as const };
  const closed = { until: at(120), message: 'Team day' };

  it.each<[name: string, now: Panel, drawn: string | undefined]>([
    [
      'You’re offline and expected. Are you here? 0 agents online in Support. 1 agent expected.',
      panel({ me: { reason: 'expected', until: at(10), asked }, agents: [expected] }),
      'expected',
    ],
    [
      'You’re offline. 0 agents online in Support. 1 agent expected.',
      panel({ agents: [expected] }),
      'expected',
    ],
    [
      'You’re on a break until 1:30 PM. 0 agents online in Support.',
      panel({ me: { reason: 'break', until: at(30) } }),
      undefined,
    ],
    [
      'You’re offline, and your break is over. Are you here? 0 agents online in Support.',
      panel({ me: { asked: { ...asked, why: 'break' } } }),
      'expected',
    ],
    [
      'You’re online. 1 agent online in Support. Support: closed for customers until 3:00 PM.',
      {
        ...onlinePanel(),
        project: {
          id: '1',
          key: 'SUP',
          name: 'Support',
          chatEnabled: true,
          state: 'offline',
          told: { until: at(120), nextOnlineAt: null, closed },
        },
      },
      'closed',
    ],
  ])('says “%s” by name, and shows a mark for it (H2, H4, H8, I3)', (name, now, drawn) => {
    const { view } = openIndicator();
    view.draw(indicatorLook(englishTexts, now, null, NOW));
    expect(look().name).toBe(name);
    expect(mark()).toBe(drawn);
  });
});
