import { describe, expect, test } from 'vitest';
import { granted } from '../../../static/availability/granted';
import { isGranted, lastOnlineIn, type Reach, type Wish } from '../../../static/availability/wish';
import { NOW, agentRow, at, myProject, onlinePanel, panel } from './panel-builder';

const goOnline = (until: string | null, scope: 'project' | 'all' = 'project'): Wish => ({
  kind: 'go-online',
  payload: { scope, projectId: '1', until, operationId: 'one' },
});
const goOffline = (scope: 'project' | 'all' = 'project'): Wish => ({
  kind: 'go-offline',
  payload: { scope, projectId: '1', operationId: 'one' },
});

describe('what is drawn before the server has answered', () => {
  test('going online puts me first in the list and tells what customers see', () => {
    const before = panel({
      onlineCount: 1,
      agents: [agentRow('bo')],
      projects: [myProject({ onlineCount: 1 })],
    });
    const after = granted(before, goOnline(at(60)), NOW);
    expect(after.me).toMatchObject({ online: true, until: at(60), reason: 'by-hand' });
    expect(after.agents.map(({ accountId }) => accountId)).toEqual(['ann', 'bo']);
    expect(after).toMatchObject({ onlineCount: 2, project: { state: 'online' } });
    expect(after.projects[0]).toMatchObject({ online: true, onlineCount: 2, until: at(60) });
  });

  test('a new end while online changes nothing but the end', () => {
    const after = granted(onlinePanel(at(40)), goOnline(at(100)), NOW);
    expect(after).toMatchObject({ onlineCount: 1, me: { until: at(100) } });
    expect(after.agents).toHaveLength(1);
    expect(after.agents[0]).toMatchObject({ until: at(100), session: 'session of ann' });
  });

  test('no end becomes the longest time where the site has one', () => {
    expect(granted(panel({ longestMinutes: 60 }), goOnline(null), NOW).me.until).toBe(at(60));
  });

  test('"all" counts me in wherever I am an agent, and only there', () => {
    const projects = [myProject(), myProject({ id: '2' }), myProject({ id: '3', isAgent: false })];
    const after = granted(panel({ projects }), goOnline(null, 'all'), NOW);
    expect(after.projects.map(({ online }) => online)).toEqual([true, true, false]);
  });

  test('going offline as the last one turns customers offline', () => {
    const after = granted(onlinePanel(), goOffline(), NOW);
    expect(after).toMatchObject({
      onlineCount: 0,
      agents: [],
      me: { online: false },
      project: { state: 'offline' },
    });
  });
});

describe('a wish about another project than the one shown', () => {
  const there = (online: boolean) => myProject({ id: '2', name: 'IT', online, onlineCount: online ? 2 : 1 });
  const wish: Wish = {
    kind: 'go-offline',
    payload: { scope: 'project', projectId: '2', operationId: 'one' },
  };

  test('changes that one, and nothing of mine here (S4, S13)', () => {
    const before = { ...onlinePanel(at(60)), projects: [myProject({ online: true }), there(true)] };
    const after = granted(before, wish, NOW);
    expect(after.projects[1]).toMatchObject({ online: false, until: null, onlineCount: 1 });
    expect({ ...after, projects: [] }).toEqual({ ...before, projects: [] });
  });

  test('counts as granted when that one says so', () => {
    expect(isGranted(panel({ projects: [there(true)] }), wish)).toBe(false);
    expect(isGranted(onlinePanel(), wish)).toBe(true);
  });

  test('is granted in all of them, or not', () => {
    const all = goOnline(at(60), 'all');
    const here = onlinePanel(at(60));
    expect(isGranted({ ...here, projects: [...here.projects, there(false)] }, all)).toBe(false);
    const both = { ...there(true), until: at(60) };
    expect(isGranted({ ...here, projects: [...here.projects, both] }, all)).toBe(true);
  });
});

test('customers see no icon, not “offline”, when the last one leaves a project that hides it (S13)', () => {
  const before = onlinePanel();
  const hides = {
    ...before,
    ...(before.project && { project: { ...before.project, hideWhenOffline: true as const } }),
  };
  expect(granted(hides, goOffline(), NOW).project?.state).toBe('hidden');
});

describe('the last agent online', () => {
  const projects = [
    myProject({ online: true, onlineCount: 1 }),
    myProject({ id: '2', name: 'IT', online: true, onlineCount: 1 }),
    myProject({ id: '3', name: 'People', online: true, onlineCount: 2 }),
    myProject({ id: '4', name: 'Else', onlineCount: 1 }),
  ];

  const names = (reach: Reach): string[] => lastOnlineIn(panel({ projects }), reach).map(({ name }) => name);

  test('is told about the project that they leave, be it another than the one shown', () => {
    expect(names({ scope: 'project', projectId: '2' })).toEqual(['IT']);
  });

  test('is told about this project', () => {
    expect(names({ scope: 'project', projectId: '1' })).toEqual(['Support']);
  });

  test('is told about every project when leaving all of them', () => {
    expect(names({ scope: 'all' })).toEqual(['Support', 'IT']);
  });
});

test('a wish counts as granted when the panel says so, whole seconds being what the server keeps', () => {
  expect(isGranted(onlinePanel(at(60)), goOnline(new Date(Date.parse(at(60)) + 400).toISOString()))).toBe(
    true,
  );
  expect(isGranted(onlinePanel(at(40)), goOnline(at(100)))).toBe(false);
  expect(isGranted(onlinePanel(), goOnline(null))).toBe(true);
  // The end that is to go is still there: refused.
  expect(isGranted(onlinePanel(at(40)), goOnline(null))).toBe(false);
  expect(isGranted({ ...onlinePanel(at(60)), longestMinutes: 60 }, goOnline(null))).toBe(true);
  expect(isGranted(panel(), goOnline(null))).toBe(false);
  expect(isGranted(panel(), goOffline())).toBe(true);
  expect(isGranted(onlinePanel(), goOffline())).toBe(false);
});
