import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../../static/widget/contract';
import { crowding } from '../../../../static/widget/launcher/crowding';
import { createPoller } from '../../../../static/widget/launcher/poller';
import { createFakeBrowser } from '../fake-browser';
import { createSimulatedTime } from '../simulated-time';
import { createFakeServer } from './fake-server';

const LIMIT = 5_000;
const MINUTE = 60_000;

/** Where in the minute it is late enough to say anything. */
const KNOWN = 1 / 6;

/** What Forge says when so much of the minute has passed and so many invocations were used: shares of 1. */
const headers = (passed: number, used: number, reset = 60 * (1 - passed)): Headers =>
  new Headers({
    'X-Ratelimit-Limit': String(LIMIT),
    'X-Ratelimit-Remaining': String(Math.round(LIMIT * (1 - used))),
    'X-Ratelimit-Reset': String(reset),
  });

const factorOf = (passed: number, used: number): number => crowding(headers(passed, used)) ?? Number.NaN;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const late = fc.double({ min: KNOWN + 0.001, max: 1, noNaN: true });

describe('F7: a page asks less often the faster an installation uses its invocations up', () => {
  it('not while three quarters of them last for the minute', () => {
    fc.assert(
      fc.property(late, share, (passed, part) => {
        expect(factorOf(passed, 0.75 * passed * part)).toBeLessThan(1);
      }),
    );
  });

  it('more the more are used, and less the later it is', () => {
    fc.assert(
      fc.property(late, late, late, (one, other, third) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(factorOf(third, more)).toBeGreaterThanOrEqual(factorOf(third, less));
        expect(factorOf(less, third)).toBeGreaterThanOrEqual(factorOf(more, third));
      }),
    );
  });

  it.each([
    ['a little more than three quarters', 0.5, 0.4, 2.1],
    ['as much as leaves just room', 0.5, 0.43, 9.2],
    ['what leaves none for long', 0.5, 0.5, 63.1],
    ['nearly all, at the end', 1, 0.95, 48.7],
  ])('%s: when %s of the minute have passed and %s are used, %s times', (_what, passed, used, times) => {
    expect(factorOf(passed, used)).toBeCloseTo(times, 0);
  });

  it('and an hour and more where half of the minute has passed and nothing is left', () => {
    expect(factorOf(0.5, 1)).toBeGreaterThan(60);
  });

  it('which is said only once ten seconds of a minute have passed', () => {
    expect(crowding(headers(0.1, 0.5))).toBe(0);
    expect(crowding(headers(0.2, 0.3))).toBeGreaterThan(1);
  });

  it.each([
    ['nothing', new Headers()],
    ['no limit', new Headers({ 'X-Ratelimit-Limit': '0', 'X-Ratelimit-Remaining': '0' })],
    ['milliseconds', headers(0.5, 1, 30_000)],
    ['an instant', headers(0.5, 1, 1_796_000_000)],
    ['a moment in words', headers(0.5, 1, Number.NaN)],
  ])('and as often as the server asks for where %s is said', (_what, said) => {
    expect((crowding(said) ?? 0) > 1).toBe(false);
  });
});

it('F7: where nothing is said of the calls that are left, that is an answer: what was said before counts no longer', () => {
  expect(crowding(new Headers())).toBe(1);
});

describe('F7: a page in a crowd', () => {
  /** Opens a page that is told `factor` of each answer. */
  function openPages() {
    const time = createSimulatedTime();
    const server = createFakeServer(time);
    const browser = createFakeBrowser(time);
    const told: { factor: number | undefined } = { factor: 3 };
    const ask: Transport['getAvailability'] = async (...asked) => ({
      ...(await server.getAvailability(...asked)),
      crowding: told.factor,
    });
    const open = (session?: Map<string, string>) => {
      const page = browser.open(session && { session });
      const poller = createPoller(page.env, 'widget', ask, () => undefined);
      poller.start();
      return { page, poller };
    };
    return { time, server, told, open };
  }

  it('asks later, tells the next page of the tab, and is back at a minute when the crowd has gone', async () => {
    const { time, server, told, open } = openPages();
    const first = open();
    await time.advance(4 * MINUTE);
    // At 0, and three minutes and their spread later.
    expect(server.requests).toHaveLength(2);
    first.page.close();
    const second = open(first.page.session);
    await time.advance(2 * MINUTE);
    expect(server.requests).toHaveLength(2);
    told.factor = 0.1;
    await time.advance(5 * MINUTE);
    expect(server.requests.length).toBeGreaterThan(4);
    expect([...second.page.session.keys()]).toEqual([]);
  });

  it('goes on as before where it is too early in the minute to say', async () => {
    const { time, server, told, open } = openPages();
    open();
    await time.advance(MINUTE / 2);
    told.factor = undefined;
    await time.advance(7 * MINUTE);
    expect(server.requests).toHaveLength(3);
  });

  it('shows an answer for twenty minutes at most, and then says neither', async () => {
    const { time, told, open } = openPages();
    told.factor = 60;
    const { poller } = open();
    await time.advance(19 * MINUTE);
    expect(poller.availability().state).toBe('online');
    await time.advance(2 * MINUTE);
    expect(poller.availability().state).toBe('unknown');
  });
});
