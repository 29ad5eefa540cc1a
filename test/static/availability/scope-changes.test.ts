import { describe, expect, test } from 'vitest';
import type { MyProject } from '../../../src/contract/panel';
import { scopeChanges } from '../../../static/availability/scope-changes';
import { scopeWords } from '../../../static/availability/scope-words';
import { englishTexts } from '../../ui/english-texts';
import { NOW, at, myProject } from './panel-builder';

const inAll = (projects: MyProject[], chosen: number | null, longestMinutes: number | null = null) =>
  scopeWords(englishTexts, scopeChanges({ projects, longestMinutes }, chosen, NOW), NOW);

const it = (until: string | null): MyProject =>
  myProject({ id: '2', name: 'IT', online: true, until, onlineCount: 1 });
const returns = myProject({ id: '3', name: 'Returns' });
const inAnHour = NOW + 60 * 60_000;

describe('“in all my spaces” says', () => {
  test.each([
    ['where it goes online', [returns], inAnHour, ['You’ll go online in Returns (until 2:00 PM).']],
    ['that no end is set', [returns], null, ['You’ll go online in Returns (no end set).']],
    ['which end changes', [it(at(30))], inAnHour, ['You’ll be online until 2:00 PM in IT (now 1:30 PM).']],
    [
      'which end there was none of',
      [it(null)],
      inAnHour,
      ['You’ll be online until 2:00 PM in IT (now no end set).'],
    ],
    ['which end goes', [it(at(30))], null, ['You’ll have no end set in IT (now 1:30 PM).']],
    ['nothing where nothing changes', [it(at(60))], inAnHour, []],
    ['nothing of projects in which I am no agent', [myProject({ isAgent: false })], null, []],
    [
      'both',
      [returns, it(at(30))],
      inAnHour,
      ['You’ll go online in Returns (until 2:00 PM).', 'You’ll be online until 2:00 PM in IT (now 1:30 PM).'],
    ],
  ])('%s (S13)', (_case, projects, chosen, said) => {
    expect(inAll(projects, chosen)).toEqual(said);
  });

  test('the end that the site’s longest time gives it (S12, S13)', () => {
    expect(inAll([returns], null, 120)).toEqual(['You’ll go online in Returns (until 3:00 PM).']);
    expect(inAll([it(at(120))], null, 120)).toEqual([]);
  });

  test('five names at most, and how many more (S13)', () => {
    const projects = Array.from({ length: 8 }, (_each, n) => myProject({ id: String(n), name: `P${n}` }));
    expect(inAll(projects, inAnHour)).toEqual([
      'You’ll go online in P0, P1, P2, P3, P4, and 3 more (until 2:00 PM).',
    ]);
  });
});
