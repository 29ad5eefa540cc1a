import { expect, it } from 'vitest';
import { MINUTE, NOON } from '../support/desk-builders';
import { OPS, SUP, aSite, anOperation } from '../support/a-site';

const time = (ms: number): string => new Date(ms).toISOString().slice(11, 16);

it('H2: an agent is asked whether they are there on any page, also of a space that their schedule leaves out', async () => {
  const app = await aSite();
  const slots = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
    day,
    from: time(NOON + 20 * MINUTE),
    to: '17:00',
  }));
  const schedule = { zone: 'UTC', slots, daysOff: [], rollCall: 'confirm' as const, leftOut: [SUP] };
  await app.value('ann', 'saveMySchedule', { schedule, rev: 0 });
  await app.clock.advance(21 * MINUTE);
  const { me, agents } = await app.value('ann', 'getPanel', { projectId: SUP });
  expect(me).toMatchObject({ online: false, reason: 'none', until: null, asked: { why: 'roll-call' } });
  expect(me.asked?.projectIds).toContain(OPS);
  expect(me.asked?.projectIds).not.toContain(SUP);
  expect(agents).toEqual([]);
  const answered = await app.value('ann', 'confirmPresence', { answer: 'here', operationId: anOperation() });
  expect(answered.me.asked).toBeUndefined();
  expect(answered.projects.filter(({ online }) => online).map(({ id }) => id)).toContain(OPS);
});
