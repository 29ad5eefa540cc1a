import { describe, expect, it } from 'vitest';
import { CROWD_LEFT_AT, simulateCrowd } from './crowd';
import { allCalls, CEILING, simulateTraffic, visitorsCalls, type MinuteOfTraffic } from './traffic';
import { USUAL_VISIT } from '../launcher/visit';
import { LIVELY_TALK, OPENING, OUTAGE, simulateDay } from './working-day';

/** A tenth of what figure F7 speaks of; `npm run bench -- --full F7` simulates it all. */
const PAGES = 1_000;
const CONVERSATIONS = 40;
const LIMIT = CEILING / 10;
const MINUTES = 125;
const DAY = { pages: PAGES, visit: USUAL_VISIT, limit: LIMIT, minutes: MINUTES };

/** The minutes in which the first pages are opened, faster than they are on any site. */
const WARM_UP = 12;

const mean = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0) / counts.length;

/** Of so few pages single minutes differ by chance more than those of 10,000 do. */
const busiest = (day: MinuteOfTraffic[], callsIn: (minute: MinuteOfTraffic) => number): number =>
  Math.max(...day.slice(WARM_UP).map((_, at, all) => mean(all.slice(at, at + 5).map(callsIn))));

/**
 * What 10,000 open pages ask of one installation. A page in front of somebody asks once a minute, which is what lets it
 * notice within 92 seconds that the last agent left (R5): so what an installation can carry is decided by how many pages
 * are looked at at one moment. That share is assumed (`USUAL_VISIT`), not measured; in a crowd they ask less often.
 */
describe('F7: what a working day costs', () => {
  it('30 calls a minute from 100 open pages at most, also at the opening, in an outage and after it', async () => {
    const day = await simulateDay({ ...DAY, conversations: 0 });
    expect(day[OPENING]?.pages).toBeGreaterThan(0.6 * PAGES);
    expect(day[OUTAGE.to]?.pages).toBeGreaterThan(0.95 * PAGES);
    expect(day[OUTAGE.to]?.visible).toBeGreaterThan(0.14 * PAGES);
    expect(busiest(day, visitorsCalls)).toBeLessThanOrEqual(0.3 * PAGES);
  }, 60_000);

  it('with 40 lively chats and those who answer them beside every 1,000 pages, the platform refuses nobody', async () => {
    const day = await simulateDay({ ...DAY, conversations: CONVERSATIONS });
    expect(busiest(day, ({ chat }) => chat)).toBeGreaterThan(2 * CONVERSATIONS);
    expect(busiest(day, ({ agents }) => agents)).toBeGreaterThan(CONVERSATIONS);
    expect(busiest(day, allCalls)).toBeLessThan(LIMIT);
    expect(busiest(day, ({ refused }) => refused)).toBeLessThan(0.01 * LIMIT);
  }, 60_000);

  it('chats would pass its limit if they did not slow down where there is no room', async () => {
    const day = await simulateDay({ ...DAY, conversations: CONVERSATIONS, limit: 10 * LIMIT });
    expect(busiest(day, allCalls)).toBeGreaterThan(1.05 * LIMIT);
  }, 60_000);

  it('pages that meet nothing but 429 ask a quarter as often, and load nothing', async () => {
    const day = await simulateDay({ ...DAY, conversations: 0, outage: 'refused' });
    const own = (from: number, to: number): number =>
      mean(day.slice(from, to).map(({ availability, config }) => availability + config));
    // The first minute finds out.
    const storm = own(OUTAGE.from + 1, OUTAGE.to);
    expect(storm).toBeLessThanOrEqual(0.25 * own(OUTAGE.from - 10, OUTAGE.from));
    expect(mean(day.slice(OUTAGE.from + 1, OUTAGE.to).map(({ config }) => config))).toBe(0);
  }, 60_000);

  it('a crowd that looks at every page asks less often, so that nobody is refused, and nobody is told what was long ago', async () => {
    const crowd = await simulateCrowd({ pages: PAGES, scale: 10, come: 10, minutes: 50 });
    const settled = crowd.slice(15);
    expect(mean(settled.map(({ availability }) => availability))).toBeLessThan(0.2 * PAGES);
    expect(settled.reduce((sum, { refused }) => sum + refused, 0)).toBe(0);
    expect(crowd.at(CROWD_LEFT_AT)?.wrong).toBeGreaterThan(0);
    expect(crowd.at(-1)?.wrong).toBe(0);
  }, 60_000);

  it('a lively chat alone, a message a minute, costs nine calls a minute at most', async () => {
    const talk = { conversations: CONVERSATIONS, agents: 4, model: LIVELY_TALK };
    const traffic = await simulateTraffic({ minutes: 20, visit: USUAL_VISIT, pages: () => 0, talk });
    const perChat = mean(traffic.slice(5).map(({ chat }) => chat)) / CONVERSATIONS;
    expect(perChat).toBeGreaterThan(3);
    expect(perChat).toBeLessThanOrEqual(9);
  });
});
