import { describe, expect, test } from 'vitest';
import { granted, isGranted, lastOnlineIn, type Wish } from '../../../static/availability/wish';
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

describe('the last agent online', () => {
  const projects = [
    myProject({ online: true, onlineCount: 1 }),
    myProject({ id: '2', name: 'IT', online: true, onlineCount: 1 }),
    myProject({ id: '3', name: 'People', online: true, onlineCount: 2 }),
    myProject({ id: '4', name: 'Else', onlineCount: 1 }),
  ];

  test('is told about this project', () => {
    expect(lastOnlineIn(panel({ projects }), 'project')).toEqual(['Support']);
  });

  test('is told about every project when leaving all of them', () => {
    expect(lastOnlineIn(panel({ projects }), 'all')).toEqual(['Support', 'IT']);
  });
});

test('a wish counts as granted when the panel says so, whole seconds being what the server keeps', () => {
  expect(isGranted(onlinePanel(at(60)), goOnline(new Date(Date.parse(at(60)) + 400).toISOString()))).toBe(
    true,
  );
  expect(isGranted(onlinePanel(at(40)), goOnline(at(100)))).toBe(false);
  expect(isGranted(onlinePanel(), goOnline(null))).toBe(true);
  expect(isGranted(panel(), goOnline(null))).toBe(false);
  expect(isGranted(panel(), goOffline())).toBe(true);
  expect(isGranted(onlinePanel(), goOffline())).toBe(false);
});
