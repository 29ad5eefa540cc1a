import type { Wall, WallMomentBody, WallTeam } from '../../../src/contract/wall';

export const NOW = '2026-11-22T12:00:00.000Z';

/** `clock('17:00')` of that Sunday. */
export const clock = (time: string): string => `2026-11-22T${time.length === 5 ? `${time}:00` : time}.000Z`;

const aMoment = (overrides: Partial<WallMomentBody> = {}): WallMomentBody => ({
  at: NOW,
  told: { state: 'online', closedUntil: null, back: null },
  onlineCount: 2,
  online: [
    { name: 'Ann', until: clock('17:00') },
    { name: 'Bo', until: clock('18:00') },
  ],
  expected: { names: [], count: 0 },
  next: { kind: 'expected', at: clock('14:00'), names: ['Cy'], count: 1 },
  ...overrides,
});

export const aTeamOnTheWall = (
  moment: Partial<WallMomentBody> = {},
  overrides: Partial<WallTeam> = {},
): WallTeam => ({
  id: '10001',
  name: 'Support',
  waiting: { count: 5, isMore: false, longestSince: clock('11:48') },
  moments: [aMoment(moment)],
  knownUntil: clock('12:02:30'),
  ...overrides,
});

export const aWall = (...spaces: Wall['spaces']): Wall => ({ now: NOW, spaces });

/** Where a page without React is drawn. */
export function aRoot(): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  return root;
}
