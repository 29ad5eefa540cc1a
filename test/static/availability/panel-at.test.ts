import { describe, expect, test } from 'vitest';
import { nextEnd, panelAt } from '../../../static/availability/panel-at';
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
