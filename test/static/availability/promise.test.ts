import { describe, expect, test } from 'vitest';
import type { AgentRow, Panel } from '../../../src/contract/panel';
import { promiseOf } from '../../../static/availability/promise';
import { promiseWords, type Tense } from '../../../static/availability/promise-words';
import { englishTexts } from '../../ui/english-texts';
import { NOW, agentRow, at } from './panel-builder';

const project = (more: Partial<NonNullable<Panel['project']>> = {}): NonNullable<Panel['project']> => ({
  id: '1',
  key: 'SUP',
  name: 'Support',
  chatEnabled: true,
  state: 'offline',
  ...more,
});

const ends = (agents: AgentRow[], hideWhenOffline = false) =>
  promiseOf({ agents, project: project(hideWhenOffline ? { hideWhenOffline } : {}) });

describe('what customers are promised ends', () => {
  test.each([
    ['with the only agent', [agentRow('ann', at(60))], at(60), 'ann'],
    ['with the last of two', [agentRow('ann', at(60)), agentRow('bo', at(120))], at(120), 'bo'],
    ['with the last of two, in any order', [agentRow('bo', at(120)), agentRow('ann', at(60))], at(120), 'bo'],
    [
      'of two with the same end, with the first in the list',
      [agentRow('ann', at(60)), agentRow('bo', at(60))],
      at(60),
      'ann',
    ],
    ['never, with one who set no end', [agentRow('ann', at(900)), agentRow('bo', null)], null, 'bo'],
  ])('%s (S13)', (_case, agents, until, by) => {
    expect(ends(agents)).toMatchObject({
      kind: 'someone',
      until: until === null ? null : Date.parse(until),
      by: { accountId: by },
      after: 'offline',
    });
  });

  test('in nothing to be seen, where the chat icon hides while nobody is online (S13)', () => {
    expect(ends([agentRow('ann', at(60))], true)).toMatchObject({ kind: 'someone', after: 'hidden' });
    expect(ends([], true)).toEqual({ kind: 'hidden' });
    expect(ends([])).toEqual({ kind: 'offline' });
  });

  test('before it began, where there is no chat, whoever is in the list (S13)', () => {
    expect(promiseOf({ agents: [agentRow('ann')], project: project({ chatEnabled: false }) })).toEqual({
      kind: 'disabled',
    });
    expect(promiseOf({ agents: [] })).toEqual({ kind: 'disabled' });
  });
});

describe('it is said', () => {
  const words = (
    agents: AgentRow[],
    {
      online = true,
      tense = 'now',
      hidden = false,
    }: { online?: boolean; tense?: Tense; hidden?: boolean } = {},
  ): string =>
    promiseWords(englishTexts, ends(agents, hidden), {
      me: { accountId: 'ann', online },
      now: NOW,
      tense,
    })
      .join(' ')
      .trim();

  test.each([
    [
      'to whoever keeps it',
      [agentRow('ann', at(60))],
      {},
      'Customers are promised someone until 2:00 PM. No one after that.',
    ],
    ['with no end', [agentRow('ann')], {}, 'Customers are promised someone, with no end set.'],
    [
      'to others with who keeps it',
      [agentRow('bo', at(60))],
      { online: false },
      'Customers see “We’re online” until 2:00 PM, because of bo. No one after that.',
    ],
    [
      'to others with no end',
      [agentRow('bo')],
      { online: false },
      'Customers see “We’re online” because of bo, with no end set.',
    ],
    [
      'of tomorrow with the day',
      [agentRow('ann', at(20 * 60))],
      {},
      'Customers are promised someone until tomorrow 9:00 AM. No one after that.',
    ],
    [
      'in the future while it is not stored',
      [agentRow('ann', at(60))],
      { tense: 'will' as const },
      'Customers will be promised someone until 2:00 PM. No one after that.',
    ],
    [
      'with the icon that goes',
      [agentRow('ann', at(60))],
      { hidden: true },
      'Customers are promised someone until 2:00 PM. No one and no chat icon after that.',
    ],
    ['of nobody', [], {}, 'Customers see “We’re offline” and can leave a message.'],
    [
      'of nobody to be',
      [],
      { tense: 'will' as const },
      'Customers will see “We’re offline” and can leave a message.',
    ],
    [
      'of nothing to be seen',
      [],
      { hidden: true },
      'Customers see no chat icon, unless they’ve already started a chat.',
    ],
  ])('%s (S13)', (_case, agents, view, said) => {
    expect(words(agents, view)).toBe(said);
  });
});
