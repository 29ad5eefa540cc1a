import { describe, expect, it } from 'vitest';
import { createPoller } from '../../../../static/widget/launcher/poller';
import type { Poller } from '../../../../static/widget/contract';
import { createFakeBrowser, START, type FakeTab } from '../fake-browser';
import { createFakeServer } from './fake-server';
import { createSimulatedTime } from '../simulated-time';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const nothing = (): void => undefined;
const iso = (moment: number): string => new Date(START + moment).toISOString();

function aPlace(options: Parameters<typeof createFakeBrowser>[1] = {}) {
  const time = createSimulatedTime();
  const server = createFakeServer(time);
  const browser = createFakeBrowser(time, options);
  const pollIn = (tab: FakeTab): Poller => {
    const poller = createPoller(tab.env, 'widget', server.getAvailability, nothing);
    poller.start();
    return poller;
  };
  const openPage = (tab = browser.open()) => ({ tab, poller: pollIn(tab) });
  return { time, server, browser, pollIn, openPage };
}

describe('A page that is looked at knows the availability', () => {
  it('asks once when it is loaded, and then as often as the server says', async () => {
    const { time, server, openPage } = aPlace();
    const { poller } = openPage();
    expect(poller.availability().state).toBe('unknown');
    await time.advance(SECOND);
    expect(poller.availability()).toEqual({
      state: 'online',
      anonymous: true,
      until: null,
      nextOnlineAt: null,
    });
    // With the spread, 69 s in the mean.
    await time.advance(10 * 69 * SECOND);
    expect(server.requests).toHaveLength(10);
  });

  it('spreads its polls: by 10 to 20 % later than it was asked to, never earlier (F7, R5)', async () => {
    // The first is how long it would wait for another tab.
    const chances = [0.5, 0, 0.999, 0.5, 0.1];
    const { time, server, openPage } = aPlace({ random: () => chances.shift() ?? 0.5 });
    openPage();
    await time.advance(5 * MINUTE);
    const gaps = server.requests.slice(1).map((at, index) => at - (server.requests[index] ?? 0));
    expect(gaps.slice(0, 2).map((gap) => Math.round(gap / SECOND))).toEqual([66, 72]);
  });

  it('R5: a request that ends with its page says nothing of the server: the next page asks at once', async () => {
    const { time, server, browser, openPage } = aPlace();
    const { tab } = openPage();
    await time.advance(69 * SECOND);
    expect(server.requests).toHaveLength(1);
    // The second request is on its way when the visitor follows a link, which cuts it off.
    await time.advance(200);
    expect(server.requests).toHaveLength(2);
    server.failure = 'network';
    tab.hide();
    await time.advance(200);
    server.failure = 'none';
    server.says = { state: 'offline' };
    const { poller } = openPage(browser.open({ session: tab.session }));
    await time.advance(SECOND);
    expect(poller.availability().state).toBe('offline');
  });

  it('asks nothing while it is hidden, and at once when it is seen again', async () => {
    const { time, server, openPage } = aPlace();
    const { tab } = openPage();
    await time.advance(SECOND);
    tab.hide();
    await time.advance(60 * MINUTE);
    expect(server.requests).toHaveLength(1);
    tab.show();
    await time.advance(SECOND);
    expect(server.requests).toHaveLength(2);
  });

  it('asks nothing any more once it was stopped', async () => {
    const { time, server, openPage } = aPlace();
    const { poller } = openPage();
    await time.advance(SECOND);
    poller.stop();
    await time.advance(60 * MINUTE);
    expect(server.requests).toHaveLength(1);
  });

  it('is told in time that the last agent left (R5: within 92 s)', async () => {
    const { time, server, openPage } = aPlace({ random: () => 0.999 });
    const { poller } = openPage();
    await time.advance(SECOND);
    server.says = { state: 'offline' };
    await time.advance(92 * SECOND);
    expect(poller.availability().state).toBe('offline');
  });
});

describe('R4: nobody is shown online after `until`', () => {
  it.each([
    ['right', 0],
    ['a day ahead', DAY],
    ['a day behind', -DAY],
  ])('with a visitor’s clock that is %s: not a millisecond longer', async (_name, error) => {
    const { time, server, openPage } = aPlace({ clockError: () => error });
    server.says = { until: iso(10 * MINUTE) };
    const { poller } = openPage();
    await time.advance(10 * MINUTE - 200);
    expect(poller.availability().state).toBe('online');
    await time.advance(200);
    expect(poller.availability()).toMatchObject({ state: 'offline', anonymous: false, until: null });
  });

  it('draws again by itself at that moment', async () => {
    const { time, server, browser } = aPlace();
    server.says = { until: iso(30 * SECOND) };
    const seen: string[] = [];
    const { env } = browser.open();
    const draw = () => void seen.push(poller.availability().state);
    const poller = createPoller(env, 'widget', server.getAvailability, draw);
    poller.start();
    await time.advance(31 * SECOND);
    expect(seen.at(0)).toBe('online');
    expect(seen.at(-1)).toBe('offline');
  });

  it('also when an alarm rings late because the machine slept: before anything else is drawn', async () => {
    let slept = 0;
    const { time, server, openPage } = aPlace({ clockError: () => slept });
    server.says = { until: iso(10 * MINUTE) };
    const { poller } = openPage();
    await time.advance(SECOND);
    slept = 8 * 60 * MINUTE;
    expect(poller.availability().state).not.toBe('online');
  });

  it('is known synchronously when a page comes back from the back/forward cache', async () => {
    const { time, server, openPage } = aPlace();
    server.says = { until: iso(MINUTE) };
    const { tab, poller } = openPage();
    await time.advance(SECOND);
    tab.hide();
    await time.advance(MINUTE);
    tab.show();
    expect(poller.availability().state).toBe('offline');
  });

  it('an end in the past, or one that is no time, is never online', async () => {
    for (const until of [iso(-MINUTE), 'soon']) {
      const { time, server, openPage } = aPlace();
      server.says = { until };
      const { poller } = openPage();
      await time.advance(SECOND);
      expect(poller.availability().state).toBe('offline');
    }
  });
});

describe('C8: what cannot be known is not shown as online', () => {
  it('a degraded answer', async () => {
    const { time, server, openPage } = aPlace();
    server.says = { state: 'online', degraded: true };
    const { poller } = openPage();
    await time.advance(SECOND);
    expect(poller.availability().state).toBe('unknown');
  });

  it('an answer two minutes old, when the server was not to be reached since', async () => {
    const { time, server, openPage } = aPlace();
    const { poller } = openPage();
    await time.advance(70 * SECOND);
    expect(server.requests).toHaveLength(2);
    server.failure = 'network';
    await time.advance(118 * SECOND);
    expect(poller.availability().state).toBe('online');
    await time.advance(2 * SECOND);
    expect(poller.availability().state).toBe('unknown');
  });

  it('what a proxy in between says', async () => {
    for (const says of [{ next: undefined }, { state: 'open' }]) {
      const { time, server, openPage } = aPlace();
      Object.assign(server, { says });
      const { poller } = openPage();
      await time.advance(SECOND);
      expect(poller.availability().state).toBe('unknown');
    }
  });

  it('C7: a hidden or disabled chat stays undrawn however old the answer is', async () => {
    for (const state of ['hidden', 'disabled'] as const) {
      const { time, server, openPage } = aPlace();
      server.says = { state };
      const { poller } = openPage();
      await time.advance(SECOND);
      server.failure = 'network';
      await time.advance(60 * MINUTE);
      expect(poller.availability().state).toBe(state);
    }
  });
});

describe('C4: somebody is about to rely on the state', () => {
  it('a check asks at once, past caches', async () => {
    const { time, server, openPage } = aPlace();
    const { poller } = openPage();
    await time.advance(SECOND);
    server.says = { state: 'offline' };
    const checked = poller.check();
    await time.advance(200);
    await checked;
    expect(poller.availability().state).toBe('offline');
    expect(server.requests).toHaveLength(2);
  });

  it('a check that fails leaves the state unknown, until the next answer', async () => {
    const { time, server, openPage } = aPlace();
    const { poller } = openPage();
    await time.advance(SECOND);
    server.failure = 'network';
    void poller.check();
    await time.advance(SECOND);
    expect(poller.availability().state).toBe('unknown');
    server.failure = 'none';
    await time.advance(5 * MINUTE);
    expect(poller.availability().state).toBe('online');
  });
});

describe('A page leaves a server in trouble alone', () => {
  it('waits longer with every failure, and polls as before after the first answer', async () => {
    const { time, server, openPage } = aPlace({ random: () => 0 });
    openPage();
    await time.advance(SECOND);
    server.failure = 'network';
    await time.advance(40 * MINUTE);
    const gaps = server.requests.map((at, index) => at - (server.requests[index - 1] ?? 0)).slice(2);
    expect(gaps.map((gap) => Math.round(gap / SECOND))).toEqual([132, 264, 528, 660, 660]);
    server.failure = 'none';
    await time.advance(11 * MINUTE);
    const before = server.requests.length;
    await time.advance(11 * MINUTE);
    expect(server.requests.length - before).toBe(10);
  });

  it('obeys Retry-After', async () => {
    const { time, server, openPage } = aPlace();
    openPage();
    await time.advance(SECOND);
    server.failure = { retryAfter: 900 };
    await time.advance(17 * MINUTE);
    expect(server.requests).toHaveLength(2);
  });

  it('does not start over when a page is loaded again', async () => {
    const { time, server, browser, pollIn } = aPlace();
    server.failure = { retryAfter: 900 };
    const first = browser.open();
    pollIn(first);
    await time.advance(MINUTE);
    first.close();
    pollIn(browser.open({ session: first.session }));
    await time.advance(10 * MINUTE);
    expect(server.requests).toHaveLength(1);
  });
});

describe('A page asks by itself', () => {
  it('whatever the page before knew: nothing is stored of a visitor who does nothing (C10)', async () => {
    const { time, server, browser, pollIn } = aPlace();
    const first = browser.open();
    pollIn(first);
    await time.advance(3 * MINUTE);
    expect([...first.session.keys(), ...browser.local.keys()]).toEqual([]);
    first.close();
    const asked = server.requests.length;
    const poller = pollIn(browser.open({ session: first.session }));
    expect(poller.availability().state).toBe('unknown');
    await time.advance(SECOND);
    expect(server.requests).toHaveLength(asked + 1);
    expect(poller.availability().state).toBe('online');
  });

  it('once the server answers again, what was kept to leave it alone is gone (C10, F7)', async () => {
    const { time, server, browser, pollIn } = aPlace();
    server.failure = 'network';
    const tab = browser.open();
    pollIn(tab);
    await time.advance(MINUTE);
    expect(tab.session.size).toBe(1);
    server.failure = 'none';
    await time.advance(5 * MINUTE);
    expect(tab.session.size).toBe(0);
  });
});
