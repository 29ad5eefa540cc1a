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

const OFF = { reason: 'none' } as const;

const ends = (agents: AgentRow[], hideWhenOffline = false) =>
  promiseOf({ me: OFF, agents, project: project(hideWhenOffline ? { hideWhenOffline } : {}) });

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
    const off = project({ chatEnabled: false });
    expect(promiseOf({ me: OFF, agents: [agentRow('ann')], project: off })).toEqual({ kind: 'disabled' });
    expect(promiseOf({ me: OFF, agents: [] })).toEqual({ kind: 'disabled' });
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

describe('what customers are told is what agents read', () => {
  const said = (
    more: Partial<NonNullable<Panel['project']>>,
    agents: AgentRow[] = [],
    me = { accountId: 'ann', online: false },
  ): string =>
    promiseWords(englishTexts, promiseOf({ me: OFF, agents, project: project(more) }), {
      me,
      now: NOW,
      tense: 'now',
    })
      .join(' ')
      .trim();
  const told = (more: Partial<NonNullable<NonNullable<Panel['project']>['told']>>) => ({
    told: { until: null, nextOnlineAt: null, ...more },
  });
  const asked = { ...agentRow('bo', at(10)), why: 'expected' as const };

  test.each([
    [
      'who is expected is nobody who is there (H2)',
      told({ nextOnlineAt: at(0), expected: true }),
      [asked],
      'Customers see “Expected any moment”. They see “We’re online” as soon as someone confirms.',
    ],
    [
      'closed until a moment that has passed, in words that are still true (H4)',
      told({ closed: { until: at(0), message: 'Team day' } }),
      [],
      'Customers see “We’re offline” and can leave a message.',
    ],
    [
      'closed until a day after tomorrow, with its name (H4)',
      told({ closed: { until: at(50 * 60), message: 'Team day' } }),
      [],
      'Customers see “Closed until Wednesday at 3:00 PM”.',
    ],
    [
      'back today, at the time that they read (H5)',
      told({ nextOnlineAt: at(60) }),
      [],
      'Customers see “Back at 2:00 PM”.',
    ],
    [
      'back tomorrow, with the day as they read it (H5)',
      told({ nextOnlineAt: at(20 * 60) }),
      [],
      'Customers see “Back tomorrow at 9:00 AM”.',
    ],
    [
      'expected on a day of this week (H2, H5)',
      told({ nextOnlineAt: at(50 * 60), expected: true }),
      [],
      'Customers see “Expected on Wednesday at 3:00 PM”. They see “We’re online” as soon as someone confirms.',
    ],
    [
      'back at a moment that has passed, in words that are still true (H5)',
      told({ nextOnlineAt: at(0) }),
      [],
      'Customers see “We’re offline” and can leave a message.',
    ],
    [
      'expected tomorrow, where the icon hides (H5)',
      {
        ...told({ nextOnlineAt: at(20 * 60), expected: true }),
        state: 'hidden' as const,
        hideWhenOffline: true as const,
      },
      [],
      'Customers see no chat icon, unless they’ve already started a chat. Someone’s expected from tomorrow 9:00 AM.',
    ],
    [
      'hidden by hours, whoever is online (H3)',
      { ...told({ nextOnlineAt: at(60) }), state: 'hidden' as const },
      [agentRow('bo')],
      'Customers see no chat icon outside business hours, unless they’ve already started a chat. Someone’s back from 2:00 PM.',
    ],
    [
      'closed, whoever is online (H4)',
      told({ closed: { until: at(120), message: 'Team day' } }),
      [agentRow('bo')],
      'Customers see “Closed until 3:00 PM”.',
    ],
    [
      'online for longer than anybody’s row says: somebody follows by schedule (S13)',
      { ...told({ until: at(240) }), state: 'online' as const },
      [agentRow('bo', at(60))],
      'Customers see “We’re online” until 5:00 PM. No one after that.',
    ],
    [
      'online because of whoever ends last (S13)',
      { ...told({ until: at(60) }), state: 'online' as const },
      [agentRow('bo', at(60))],
      'Customers see “We’re online” until 2:00 PM, because of bo. No one after that.',
    ],
  ])('%s', (_case, more, agents, words) => {
    expect(said(more, agents)).toBe(words);
  });
});
