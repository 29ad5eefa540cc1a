import { beforeEach, describe, expect, it } from 'vitest';
import type { WallSpace, WallTeam } from '../../src/contract/wall';
import { HR, OPS, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';
import { moveTo, saveSchedule } from '../support/clock-steps';
import { costOf } from '../support/cost-of';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const NOWHERE = '99999';
const iso = (ms: number): string => new Date(ms).toISOString();

const wall = async (account: string, projectIds = [SUP]): Promise<WallSpace[]> =>
  (await app.value(account, 'getWall', { projectIds })).spaces;

async function team(account = 'ann', projectId = SUP): Promise<WallTeam> {
  const [space] = await wall(account, [projectId]);
  if (!space || 'why' in space) throw new Error(`${account} sees no team of ${projectId}`);
  return space;
}

async function aWaitingChat(message: string): Promise<void> {
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  expect((await visitor.start(message)).status).toBe(201);
  await app.clock.run(app.site.idle());
}

describe('D12: the wall', () => {
  it('says of a quiet space that nobody is there, waits or comes', async () => {
    expect(await team()).toEqual({
      id: SUP,
      name: 'Support',
      waiting: { count: 0, isMore: false, longestSince: null },
      moments: [
        {
          at: iso(NOON),
          told: { state: 'offline', closedUntil: null, back: null },
          onlineCount: 0,
          online: [],
          expected: { names: [], count: 0 },
          next: null,
        },
      ],
      knownUntil: iso(NOON + 150_000),
    });
  });

  it('says who is online until when, what waits since when, and who comes next', async () => {
    await app.goOnline('ann', { until: iso(NOON + 5 * HOUR) });
    await app.goOnline('bo', { until: iso(NOON + HOUR) });
    await saveSchedule(app, 'cy', { rollCall: 'confirm' });
    await aWaitingChat('My order is late');
    await app.clock.advance(4 * MINUTE);
    await aWaitingChat('Hello?');
    const { waiting, moments } = await team('pia');
    expect(waiting).toEqual({ count: 2, isMore: false, longestSince: iso(NOON) });
    expect(moments).toHaveLength(1);
    expect(moments[0]).toMatchObject({
      told: { state: 'online' },
      onlineCount: 2,
      online: [
        { name: 'Bo Becker', until: iso(NOON + HOUR) },
        { name: 'Ann Agent', until: iso(NOON + 5 * HOUR) },
      ],
      next: { kind: 'expected', at: iso(NOON + HOUR), names: ['Cy Chen'], count: 1 },
    });
  });

  it('says from when on no one is there, and what customers read then', async () => {
    await app.goOnline('bo', { until: iso(NOON + 30 * MINUTE) });
    await saveSchedule(app, 'cy');
    const { moments } = await team();
    expect(moments[0]?.next).toEqual({
      kind: 'no-one',
      at: iso(NOON + 30 * MINUTE),
      after: { state: 'offline', closedUntil: null, back: { at: iso(NOON + HOUR), expected: false } },
    });
  });

  it('lets a page show a change at its second, as the next call would tell it (S8)', async () => {
    await app.goOnline('ann', { until: iso(NOON + 90_000) });
    const { moments } = await team();
    expect(moments.map(({ at, onlineCount }) => [at, onlineCount])).toEqual([
      [iso(NOON), 1],
      [iso(NOON + 90_000), 0],
    ]);
    await app.clock.advance(90_000);
    expect((await team()).moments[0]).toEqual(moments[1]);
  });

  it('lists whoever is expected, and does not count them (H2)', async () => {
    await saveSchedule(app, 'cy', { rollCall: 'confirm' });
    await moveTo(app, '13:02');
    const { moments } = await team();
    expect(moments[0]).toMatchObject({
      onlineCount: 0,
      expected: { names: ['Cy Chen'], count: 1 },
      told: { state: 'offline', back: { expected: true } },
    });
  });

  it('judges each viewer by their own account: the team, the name, or nothing (R8)', async () => {
    await app.goOnline('ann');
    const seen = async (account: string): Promise<string[]> =>
      (await wall(account, [SUP, OPS, HR, NOWHERE])).map((space) =>
        'why' in space ? space.why : space.name,
      );
    expect(await seen('bo')).toEqual(['Support', 'not-theirs', 'not-theirs', 'unseen']);
    expect(await seen('ann')).toEqual(['Support', 'IT Operations', 'not-theirs', 'unseen']);
    expect(await seen('pia')).toEqual(['Support', 'not-theirs', 'not-theirs', 'unseen']);
    expect(await seen('joe')).toEqual(['Support', 'IT Operations', 'chat-off', 'unseen']);
    expect(await seen('lee')).toEqual(['not-theirs', 'not-theirs', 'not-theirs', 'unseen']);
    expect(await seen('dee')).toEqual(['unseen', 'unseen', 'unseen', 'unseen']);
    expect(JSON.stringify(await wall('lee', [SUP, OPS]))).not.toMatch(/Ann|waiting|moments/);
    expect(JSON.stringify(await wall('dee', [SUP, OPS]))).not.toMatch(/Ann|Support|name/);
    expect(JSON.stringify(await wall('ann'))).not.toContain(app.accountId('ann'));
  });

  it('shows no team any more to whoever was an agent, within ten minutes', async () => {
    expect(await wall('bo')).toMatchObject([{ name: 'Support', moments: [{}] }]);
    app.site.jira.revokeAgent(app.accountId('bo'), SUP);
    await app.clock.advance(10 * MINUTE);
    expect(await wall('bo')).toEqual([{ id: SUP, name: 'Support', why: 'not-theirs' }]);
  });

  it('asks Jira nothing and storage twice a space, minute after minute (F16)', async () => {
    await app.goOnline('ann');
    await wall('ann', [SUP, OPS]);
    await app.clock.advance(MINUTE);
    const cost = await costOf(app, () => wall('ann', [SUP, OPS]));
    expect(cost.jira).toEqual({});
    expect(cost).toMatchObject({ invocations: 1, bytesWritten: 0, logBytes: 0 });
    expect(cost.storage).toBeLessThanOrEqual(5);
  });

  it('names a space once, however often it is asked for, and takes ten', async () => {
    expect(await wall('ann', [SUP, SUP])).toHaveLength(1);
    const ids = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => String(20_001 + index));
    expect(await app.code('ann', 'getWall', { projectIds: ids(10) })).toBe('ok');
    expect(await app.code('ann', 'getWall', { projectIds: ids(11) })).toBe('invalid-request');
    expect(await app.code('ann', 'getWall', { projectIds: [] })).toBe('invalid-request');
    expect(await app.code('cara', 'getWall', { projectIds: [SUP] })).toBe('not-allowed');
  });

  it('knows nothing while storage is down (C8)', async () => {
    await app.goOnline('ann');
    app.site.faults.set({ storage: { down: 1 } });
    const asked = app.code('ann', 'getWall', { projectIds: [SUP] });
    expect(await app.clock.run(asked)).toBe('unavailable');
  });
});

describe('D12: what may be put on a wall', () => {
  const choices = async (account: string, chosen: string[] = []) =>
    (await app.value(account, 'getWallChoices', { chosen })).spaces;

  it('is every space with chat whose team one may see, by name', async () => {
    expect(await choices('ann')).toEqual([
      { id: OPS, name: 'IT Operations' },
      { id: SUP, name: 'Support' },
    ]);
    expect(await choices('pia')).toEqual([{ id: SUP, name: 'Support' }]);
    expect(await choices('lee')).toEqual([]);
  });

  it('and what is on it already, with the reason why it shows nothing', async () => {
    expect(await choices('joe', [NOWHERE, HR])).toEqual([
      { id: OPS, name: 'IT Operations' },
      { id: HR, name: 'People', why: 'chat-off' },
      { id: SUP, name: 'Support' },
      { id: NOWHERE, name: null, why: 'unseen' },
    ]);
    expect(await choices('lee', [SUP])).toEqual([{ id: SUP, name: 'Support', why: 'not-theirs' }]);
  });
});
