import { beforeEach, describe, expect, it } from 'vitest';
import type { Slot } from '../../src/domain/clock/schedule';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { ALL_DAYS, slotsOn } from '../support/clock-builders';
import { saveSchedule } from '../support/clock-steps';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const ROUND_THE_CLOCK = slotsOn(ALL_DAYS, '00:00-24:00');

const sentences = async (): Promise<string[]> => {
  const { rules, agents } = await app.value('pia', 'getWhy', { projectId: SUP });
  return [...rules, ...agents.flatMap((agent) => agent.rules)].map(({ text }) => text);
};

async function saveHours(slots: Slot[]): Promise<void> {
  const { rev, settings } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  const hours = { mode: 'project' as const, zone: 'UTC', slots, holidays: [] };
  await app.value('pia', 'saveProjectSettings', { projectId: SUP, rev, settings: { ...settings, hours } });
}

describe('H7: why, in words for programs', () => {
  it('says nothing of an end where there is none', async () => {
    await saveSchedule(app, 'ann', { slots: ROUND_THE_CLOCK, rollCall: 'automatic' });
    expect(await sentences()).toContain('Online by schedule.');
  });

  it('tells of somebody who is asked round the clock', async () => {
    await saveSchedule(app, 'ann', { slots: ROUND_THE_CLOCK, rollCall: 'confirm' });
    expect(await sentences()).toContain('Online if they say that they’re there at 2026-11-22T12:00:00.000Z.');
  });

  it('says of hours without an end only that they are', async () => {
    await saveHours(ROUND_THE_CLOCK);
    expect(await sentences()).toContain('It’s within the space’s hours (UTC).');
  });

  it('names the end of hours where they have one', async () => {
    await saveHours(slotsOn(ALL_DAYS, '09:00-17:00'));
    expect(await sentences()).toContain(
      'It’s within the space’s hours (UTC), until 2026-11-22T17:00:00.000Z.',
    );
  });
});
