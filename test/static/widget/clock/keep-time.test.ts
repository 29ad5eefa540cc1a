import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../../../locales/en-US.json';
import type { Slot } from '../../../../src/domain/clock/schedule';
import { keepTime } from '../../../../static/widget/clock/keep-time';
import type { PanelHost, Poller, Setup } from '../../../../static/widget/contract';
import { createPoller } from '../../../../static/widget/launcher/poller';
import { createFakeBrowser, START } from '../fake-browser';
import { createFakeServer } from '../launcher/fake-server';
import { createSimulatedTime } from '../simulated-time';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Simulated time starts at noon of a Sunday, in UTC. */
const iso = (moment: number): string => new Date(START + moment).toISOString();
const ownZone = process.env['TZ'];

beforeEach(() => {
  process.env['TZ'] = 'UTC';
  vi.stubGlobal('navigator', { languages: ['en-US'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

interface Place {
  clockError?: () => number;
  hours?: Setup['hours'];
}

/** A page whose poller knows the time, drawn once in a second as in a browser. */
function aPage({ clockError = () => 0, hours }: Place = {}) {
  const time = createSimulatedTime();
  const server = createFakeServer(time);
  const tab = createFakeBrowser(time, { clockError }).open();
  const env: typeof tab.env = {
    ...tab.env,
    alarm: (delay, ring) => tab.env.alarm(Math.max(0, Math.min(delay, SECOND)), ring),
  };
  const setup: Pick<Setup, 'labels' | 'locale' | 'hours' | 'anonymous'> = {
    labels: { ...english.widget },
    locale: 'en-US',
    anonymous: 'when-online',
    hours,
  };
  const seen: string[] = [];
  const poller: Poller = createPoller(env, 'widget', server.getAvailability, () => {
    const { state } = poller.availability();
    const look = `${state}: ${setup.labels[state] ?? setup.labels['offline'] ?? ''}`;
    if (seen.at(-1) !== look) seen.push(look);
  });
  const host: Pick<PanelHost, 'poller' | 'clock'> = { poller };
  keepTime(host, setup, env);
  return { time, server, tab, poller, host, seen };
}

const closed = (from: number, until: number, message = '') => ({
  state: 'offline' as const,
  anonymous: false,
  until: iso(until),
  nextOnlineAt: iso(until),
  closed: { until: iso(until), message },
  from,
});

describe('H5: an open page changes at its own second, with no request', () => {
  it.each([
    ['right', 0],
    ['a day ahead', DAY],
    ['a day behind', -DAY],
  ])('R4: a closure ends, by a clock that is %s', async (_name, error) => {
    const { time, server, poller, host } = aPage({ clockError: () => error });
    server.says = closed(0, 40 * SECOND, 'Stocktaking <b>today</b>');
    poller.start();
    await time.advance(SECOND);
    expect(poller.availability()).toMatchObject({
      state: 'offline',
      closed: { message: 'Stocktaking <b>today</b>' },
    });
    expect(host.clock?.head('We’re offline')).toMatch(/^Closed until 12:00.PM · Back at 12:00.PM$/);
    await time.advance(38_950);
    expect(poller.availability().state).toBe('offline');
    await time.advance(50);
    expect(server.requests).toHaveLength(1);
    expect(poller.availability()).toEqual({
      state: 'online',
      anonymous: true,
      until: null,
      nextOnlineAt: null,
    });
  });

  it('draws it within that second, and asks for more a little later', async () => {
    const { time, server, poller, seen } = aPage();
    server.says = { ...closed(0, 40 * SECOND), next: 41 };
    poller.start();
    await time.advance(41_100);
    expect(seen.at(-1)).toBe('online: We’re online. Chat with us');
    expect(server.requests).toHaveLength(1);
    server.says = {};
    await time.advance(9 * SECOND);
    expect(server.requests).toHaveLength(2);
  });

  it('C8: no longer than any answer is worth something: then nobody knows', async () => {
    const { time, server, poller } = aPage();
    server.says = closed(0, 40 * SECOND);
    poller.start();
    await time.advance(SECOND);
    server.failure = 'network';
    await time.advance(MINUTE);
    expect(poller.availability().state).toBe('online');
    await time.advance(MINUTE);
    expect(poller.availability().state).toBe('unknown');
  });

  it('C8: never online by an answer that was too old before', async () => {
    const { time, server, poller, seen } = aPage();
    server.says = closed(0, 10 * MINUTE);
    poller.start();
    await time.advance(SECOND);
    server.failure = 'network';
    await time.advance(20 * MINUTE);
    expect(poller.availability().state).toBe('unknown');
    expect(seen.filter((look) => look.startsWith('online'))).toEqual([]);
  });

  it('also when the page was away meanwhile: before anything else is drawn', async () => {
    const { time, server, tab, poller, seen } = aPage();
    server.says = closed(0, 40 * SECOND);
    poller.start();
    await time.advance(SECOND);
    tab.hide();
    await time.advance(50 * SECOND);
    tab.show();
    expect(seen.at(-1)).toBe('online: We’re online. Chat with us');
  });

  it('H2: a promised moment that passes unconfirmed changes the words, and nobody is online', async () => {
    const { time, server, poller, host, seen } = aPage();
    server.says = {
      state: 'offline',
      until: iso(10 * MINUTE + 30 * SECOND),
      nextOnlineAt: iso(30 * SECOND),
      expected: true,
    };
    poller.start();
    await time.advance(SECOND);
    expect(host.clock?.head('We’re offline')).toMatch(/^We’re offline · Expected at 12:00.PM$/);
    await time.advance(31 * SECOND);
    expect(host.clock?.head('We’re offline')).toBe('We’re offline · Expected any moment');
    expect(poller.availability().state).toBe('offline');
    expect(seen.at(-1)).toBe('offline: Expected any moment. Leave a message');
    expect(server.requests).toHaveLength(1);
  });
});

describe('C5: beside the icon stands what is known', () => {
  it.each([
    [{ nextOnlineAt: iso(2 * HOUR) }, /^offline: Back at 2:00.PM\. Leave a message$/],
    [
      { nextOnlineAt: iso(2 * HOUR), expected: true as const },
      /^offline: Expected at 2:00.PM\. Leave a message$/,
    ],
    [
      { nextOnlineAt: iso(2 * HOUR), closed: { until: iso(HOUR), message: '' } },
      /^offline: Closed until 1:00.PM\. Leave a message$/,
    ],
    [{}, /^offline: We’re offline\. Leave a message$/],
    [{ degraded: true as const }, /^unknown: Leave a message$/],
  ])('%#', async (says, words) => {
    const { time, server, poller, seen } = aPage();
    server.says = { state: 'offline', until: iso(HOUR), ...says };
    poller.start();
    await time.advance(SECOND);
    expect(seen.at(-1)).toMatch(words);
  });
});

describe('H3: hours in the customer’s own time', () => {
  const slots: Slot[] = [{ day: 7, from: '12:01', to: '13:00' }];
  const hours = { slots, holidays: [] };

  it('hide the chat outside, and turn at the boundary’s own second with no request', async () => {
    const { time, server, poller, seen } = aPage({ hours });
    server.says = { next: 600, until: iso(3 * HOUR) };
    poller.start();
    await time.advance(SECOND);
    expect(poller.availability()).toEqual({
      state: 'hidden',
      anonymous: false,
      until: null,
      nextOnlineAt: null,
    });
    await time.advance(58 * SECOND);
    expect(poller.availability().state).toBe('hidden');
    await time.advance(2 * SECOND);
    expect(seen.at(-1)).toBe('online: We’re online. Chat with us');
    // No longer than they hold.
    expect(poller.availability().until).toBe(iso(HOUR));
    expect(server.requests).toHaveLength(1);
  });

  it('end at their own second', async () => {
    const { time, server, poller } = aPage({
      hours: { slots: [{ day: 7, from: '09:00', to: '12:01' }], holidays: [] },
    });
    server.says = { next: 600 };
    poller.start();
    await time.advance(59 * SECOND);
    expect(poller.availability().state).toBe('online');
    await time.advance(1_200);
    expect(poller.availability().state).toBe('hidden');
  });

  it.each([
    ['shows a promise within them', iso(30 * MINUTE), iso(30 * MINUTE)],
    ['shows none outside', iso(2 * HOUR), null],
  ])('%s', async (_what, nextOnlineAt, shown) => {
    const all = { slots: [{ day: 7 as const, from: '09:00', to: '13:00' }], holidays: [] };
    const { time, server, poller, host } = aPage({ hours: all });
    server.says = { state: 'offline', until: nextOnlineAt, nextOnlineAt };
    poller.start();
    await time.advance(SECOND);
    expect(poller.availability().nextOnlineAt).toBe(shown);
    expect(host.clock?.head('We’re offline')).toMatch(shown ? /Back at 12:30/ : /^We’re offline$/);
  });

  it.each(['disabled', 'hidden'] as const)('say nothing of a chat that is %s', async (state) => {
    const { time, server, poller } = aPage({
      hours: { slots: [{ day: 7, from: '09:00', to: '13:00' }], holidays: [] },
    });
    server.says = { state };
    poller.start();
    await time.advance(SECOND);
    expect(poller.availability().state).toBe(state);
  });
});
