import { beforeEach, describe, expect, it } from 'vitest';
import type { Hours } from '../../src/domain/clock/schedule';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { ALL_DAYS, slotsOn } from '../support/clock-builders';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

/** On a Sunday at noon in UTC: outside. */
const MORNINGS = slotsOn(ALL_DAYS, '08:00-11:00');
const HOLIDAYS = [{ from: '2026-12-25', to: '2026-12-26', name: 'Christmas at Pia’s' }];

async function save(mode: Hours['mode']): Promise<void> {
  const { rev, settings } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  const hours = { mode, zone: 'Asia/Tokyo', slots: MORNINGS, holidays: HOLIDAYS };
  await app.value('pia', 'saveProjectSettings', { projectId: SUP, rev, settings: { ...settings, hours } });
}

/** What a page is told once of a widget, and by each poll. */
async function told(headers: Record<string, string[]> = {}) {
  const path = `/v1/widgets/${await app.widgetId('SUP')}`;
  const { body } = await app.site.webTrigger({ method: 'GET', path, headers });
  const config = JSON.parse(String(body)) as Record<string, unknown>;
  return { config, poll: await app.poll(await app.widgetId('SUP')) };
}

describe('H3: hours, as a customer’s page gets them', () => {
  it('are not told at any time, nor where the desk’s own clock decides: polls say what is shown', async () => {
    await save('always');
    const always = await told();
    expect(always.config).not.toHaveProperty('hours');
    expect(always.poll.state).toBe('offline');
    await save('project');
    const project = await told();
    expect(project.config).not.toHaveProperty('hours');
    expect(JSON.stringify(project.config)).not.toContain('Tokyo');
    expect(project.poll).toMatchObject({ state: 'hidden', until: '2026-11-22T23:00:00Z' });
  });

  it('are told in the customer’s own time without a zone or a holiday’s name, and polls say nothing of them', async () => {
    await save('always');
    const before = await told();
    await save('customer');
    const { config, poll } = await told();
    expect(config['hours']).toEqual({
      slots: MORNINGS,
      holidays: [{ from: '2026-12-25', to: '2026-12-26' }],
    });
    expect(JSON.stringify(config)).not.toMatch(/Tokyo|Christmas/);
    expect(poll.state).toBe('offline');
    // A page that has the former config loads this one.
    expect(poll.config).not.toBe(before.poll.config);
  });

  it('are the same to everybody: nothing of the visitor is asked for', async () => {
    await save('customer');
    const here = await told({ 'accept-language': ['ja-JP'], 'user-agent': ['one'] });
    const there = await told({ 'accept-language': ['fr-FR'], 'user-agent': ['another'] });
    expect(there.config).toEqual(here.config);
    expect(there.poll).toEqual(here.poll);
  });
});

describe('H3: the zone of a space’s hours, as its agents get it', () => {
  const zoneOf = async (): Promise<string | undefined> => {
    const { projects } = await app.value('ann', 'getMySchedule');
    return projects.find(({ id }) => id === SUP)?.zone;
  };

  it('is offered for their schedule where the space has hours of its own, and else not', async () => {
    expect(await zoneOf()).toBeUndefined();
    await save('project');
    expect(await zoneOf()).toBe('Asia/Tokyo');
    await save('customer');
    expect(await zoneOf()).toBeUndefined();
  });
});
