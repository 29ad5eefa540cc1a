import { expect, describe, it } from 'vitest';
import { createPoller } from '../../../../static/widget/launcher/poller';
import type { Poller } from '../../../../static/widget/contract';
import { createFakeBrowser, START, type FakeTab } from '../fake-browser';
import { createSimulatedTime } from '../simulated-time';
import { createFakeServer } from './fake-server';

const SECOND = 1_000;

function aPlace() {
  const time = createSimulatedTime();
  const server = createFakeServer(time);
  const browser = createFakeBrowser(time);
  const caches: (string | undefined)[] = [];
  function openPage(tab: FakeTab = browser.open()): { tab: FakeTab; poller: Poller } {
    const poller = createPoller(
      tab.env,
      'widget',
      (fresh, cache) => {
        caches.push(cache);
        return server.getAvailability(fresh, cache);
      },
      () => undefined,
    );
    poller.start();
    return { tab, poller };
  }
  return { time, server, browser, caches, openPage };
}

describe('A page that begins', () => {
  it('may be answered from the browser’s cache, and no later question of it (C10, F7)', async () => {
    const { time, caches, openPage } = aPlace();
    openPage();
    await time.advance(150 * SECOND);
    expect(caches).toEqual([undefined, 'reload', 'reload']);
  });

  it('is answered from there by what another tab tells it meanwhile: that is no failure, and nothing is kept of it (C10)', async () => {
    const { time, server, browser, openPage } = aPlace();
    const told = new Date(START).toISOString();
    server.says = { now: told };
    const { tab, poller } = openPage();
    await time.advance(60);
    expect(server.requests).toHaveLength(1);
    const body = { state: 'online', anonymous: true, until: null, nextOnlineAt: null, next: 60, now: told };
    const post = browser.open().env.channel('widget', () => undefined);
    post({ answer: { at: START + time.now(), body }, due: START + 60 * SECOND, failures: 0 });
    await time.advance(10);
    expect(poller.availability().state).toBe('online');
    await time.advance(SECOND);
    expect(poller.known().failures).toBe(0);
    expect([...tab.session.keys()]).toEqual([]);
  });

  it('takes that answer for 15 seconds old: nobody is online too long by it (R3, C8)', async () => {
    const { time, server, openPage } = aPlace();
    server.says = { until: new Date(START + 60 * SECOND).toISOString() };
    const { poller } = openPage();
    await time.advance(44 * SECOND);
    expect(poller.availability().state).toBe('online');
    await time.advance(SECOND);
    expect(poller.availability().state).toBe('offline');
  });

  it('knows nothing any more 105 seconds after it, when no other came (C8)', async () => {
    const { time, server, openPage } = aPlace();
    const { poller } = openPage();
    await time.advance(SECOND);
    server.failure = 'network';
    await time.advance(103 * SECOND);
    expect(poller.availability().state).toBe('online');
    await time.advance(2 * SECOND);
    expect(poller.availability().state).toBe('unknown');
  });

  it('leaves nothing in the browser while nobody acts, and after a click what the server said (C10)', async () => {
    const { time, server, browser, openPage } = aPlace();
    const { tab, poller } = openPage();
    await time.advance(150 * SECOND);
    expect([...tab.session.keys(), ...browser.local.keys()]).toEqual([]);
    server.says = { state: 'offline' };
    void poller.check();
    await time.advance(SECOND);
    tab.close();
    const asked = server.requests.length;
    const next = openPage(browser.open({ session: tab.session }));
    await time.advance(SECOND);
    expect(next.poller.availability().state).toBe('offline');
    expect(server.requests).toHaveLength(asked);
  });
});
