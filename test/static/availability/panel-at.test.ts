import { describe, expect, test } from 'vitest';
import { askAgainAt, countOnline, nextEnd, panelAt } from '../../../static/availability/panel-at';
import { NOW, agentRow, at, myProject, onlinePanel, panel } from './panel-builder';

describe('a panel that is still open when an online time ends', () => {
  test('shows me offline at the very millisecond', () => {
    const open = onlinePanel(at(40));
    expect(panelAt(open, Date.parse(at(40)) - 1)).toBe(open);
    const after = panelAt(open, Date.parse(at(40)));
    expect(after.me).toMatchObject({ online: false, until: null, reason: 'none' });
    expect(after).toMatchObject({ onlineCount: 0, agents: [], project: { state: 'offline' } });
    expect(after.projects[0]).toMatchObject({ online: false, onlineCount: 0 });
  });

  test('keeps everybody whose time goes on', () => {
    const open = panel({
      onlineCount: 2,
      agents: [agentRow('bo', at(5)), agentRow('cy')],
      project: { id: '1', key: 'SUP', name: 'Support', chatEnabled: true, state: 'online' },
      projects: [myProject({ onlineCount: 2 })],
    });
    const after = panelAt(open, NOW + 6 * 60_000);
    expect(after.agents.map(({ accountId }) => accountId)).toEqual(['cy']);
    expect(after).toMatchObject({ onlineCount: 1, project: { state: 'online' } });
    expect(after.projects[0]).toMatchObject({ onlineCount: 1 });
  });

  test('counts me out in my other projects too', () => {
    const other = myProject({ id: '2', online: true, until: at(5), onlineCount: 3 });
    const after = panelAt(panel({ projects: [myProject(), other] }), NOW + 5 * 60_000);
    expect(after.projects[1]).toMatchObject({ online: false, onlineCount: 2 });
  });

  test('knows when the next thing ends', () => {
    expect(nextEnd(onlinePanel(), NOW)).toBeNull();
    expect(nextEnd(onlinePanel(at(40)), NOW)).toBe(Date.parse(at(40)));
    expect(nextEnd(onlinePanel(at(40)), Date.parse(at(40)))).toBeNull();
  });
});

describe('a panel that is still open when something else of it is over', () => {
  const expected = (accountId: string, until: string) => ({
    ...agentRow(accountId, until),
    why: 'expected' as const,
  });

  test('lists nobody as expected any more whose ten minutes are over, and counts them neither before nor after (H2)', () => {
    const open = panel({ onlineCount: 1, agents: [agentRow('cy'), expected('bo', at(10))] });
    expect(countOnline(open.agents)).toBe(1);
    const after = panelAt(open, NOW + 10 * 60_000);
    expect(after.agents.map(({ accountId }) => accountId)).toEqual(['cy']);
    expect(after.onlineCount).toBe(1);
  });

  test('asks me no longer, at the very millisecond (H2)', () => {
    const asked = { why: 'roll-call' as const, since: at(0), until: at(10), end: at(480), projectIds: ['1'] };
    const open = panel({ me: { reason: 'expected', until: at(10), asked } });
    expect(panelAt(open, Date.parse(at(10)) - 1)).toBe(open);
    const { me } = panelAt(open, Date.parse(at(10)));
    expect(me).toMatchObject({ reason: 'none', until: null });
    expect(me.asked).toBeUndefined();
  });

  test('says nothing of a closure that is over, nor what is told after it (H4)', () => {
    const closed = { until: at(60), message: 'Team day' };
    const project = {
      id: '1',
      key: 'SUP',
      name: 'Support',
      chatEnabled: true,
      state: 'offline' as const,
      told: { until: at(60), nextOnlineAt: null, closed },
    };
    const open = panel({ project, projects: [myProject({ closed })] });
    expect(panelAt(open, NOW)).toBe(open);
    const after = panelAt(open, NOW + 60 * 60_000);
    expect(after.project?.told).toBeUndefined();
    expect(after.projects[0]?.closed).toBeUndefined();
  });

  test('keeps “online” as long as customers are told so, and no longer, whoever is on the list (S13)', () => {
    const told = { until: at(60), nextOnlineAt: null };
    const online = onlinePanel(at(30));
    const project = online.project && { ...online.project, told };
    const open = { ...online, ...(project && { project }) };
    expect(panelAt(open, NOW + 30 * 60_000)).toMatchObject({ onlineCount: 0, project: { state: 'online' } });
    const closing = { ...open, agents: [agentRow('bo')], onlineCount: 1 };
    expect(panelAt(closing, NOW + 60 * 60_000)).toMatchObject({ project: { state: 'offline' } });
  });

  test('knows when the server has something else to say: also what is on nobody’s row', () => {
    expect(askAgainAt(panel())).toBeNull();
    expect(askAgainAt(panel({ changesAt: at(20) }))).toBe(Date.parse(at(20)));
    expect(askAgainAt({ ...onlinePanel(at(40)), changesAt: at(20) })).toBe(Date.parse(at(20)));
  });
});
