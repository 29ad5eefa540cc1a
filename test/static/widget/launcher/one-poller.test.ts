import { describe, expect, it } from 'vitest';
import { createPoller } from '../../../../static/widget/launcher/poller';
import type { Poller } from '../../../../static/widget/contract';
import { createFakeBrowser, type FakeTab } from '../fake-browser';
import { createFakeServer } from './fake-server';
import { seededRandom } from '../seeded-random';
import { createSimulatedTime } from '../simulated-time';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

function aBrowser(options: Parameters<typeof createFakeBrowser>[1] = {}) {
  const time = createSimulatedTime();
  const server = createFakeServer(time);
  const browser = createFakeBrowser(time, options);
  const openPage = (visible = true): { tab: FakeTab; poller: Poller } => {
    const tab = browser.open({ visible });
    const poller = createPoller(tab.env, 'widget', server.getAvailability, () => undefined);
    poller.start();
    return { tab, poller };
  };
  return { time, server, openPage };
}

describe('F8: the tabs of one browser poll as one', () => {
  it('five windows side by side ask as often as one, and all of them know', async () => {
    const { time, server, openPage } = aBrowser();
    const pages: ReturnType<typeof openPage>[] = [];
    for (let page = 0; page < 5; page++) {
      pages.push(openPage());
      await time.advance(100);
    }
    server.says = { state: 'offline' };
    // With the spread, 69 s in the mean.
    await time.advance(30 * 69 * SECOND);
    expect(server.requests).toHaveLength(30);
    expect(pages.map(({ poller }) => poller.availability().state)).toEqual(pages.map(() => 'offline'));
  });

  it('another one takes over within ten seconds when the polling one is closed', async () => {
    const { time, server, openPage } = aBrowser({ random: seededRandom(1) });
    const first = openPage();
    await time.advance(100);
    openPage();
    openPage();
    await time.advance(10 * SECOND);
    first.tab.close();
    await time.advance(MINUTE + 10 * SECOND);
    expect(server.requests).toHaveLength(2);
  });

  it('or is hidden', async () => {
    const { time, server, openPage } = aBrowser();
    const first = openPage();
    await time.advance(100);
    openPage();
    await time.advance(10 * SECOND);
    first.tab.hide();
    await time.advance(9 * 70 * SECOND);
    expect(server.requests).toHaveLength(10);
  });

  it('or hangs', async () => {
    const { time, server, openPage } = aBrowser();
    const first = openPage();
    await time.advance(100);
    const { poller } = openPage();
    await time.advance(10 * SECOND);
    first.tab.hang();
    await time.advance(2 * MINUTE);
    expect(server.requests).toHaveLength(2);
    expect(poller.availability().state).toBe('online');
  });

  it('a new tab learns from the one behind it, without a request', async () => {
    const { time, server, openPage } = aBrowser();
    const first = openPage();
    await time.advance(20 * SECOND);
    first.tab.hide();
    const { poller } = openPage();
    await time.advance(SECOND);
    expect(poller.availability().state).toBe('online');
    expect(server.requests).toHaveLength(1);
  });

  it('an answer is as old in the other tab as it is in the one that asked', async () => {
    const { time, server, openPage } = aBrowser();
    openPage();
    await time.advance(50 * SECOND);
    server.failure = 'network';
    const { poller } = openPage();
    await time.advance(SECOND);
    expect(poller.availability().state).toBe('online');
    await time.advance(53 * SECOND);
    expect(poller.availability().state).toBe('online');
    await time.advance(2 * SECOND);
    expect(poller.availability().state).toBe('unknown');
  });

  it('a check in one tab is news for all', async () => {
    const { time, server, openPage } = aBrowser();
    const first = openPage();
    const second = openPage();
    await time.advance(SECOND);
    server.says = { state: 'offline' };
    void second.poller.check();
    await time.advance(SECOND);
    expect(first.poller.availability().state).toBe('offline');
  });

  it('where tabs cannot tell each other, every page polls for itself, and no more often', async () => {
    const { time, server, openPage } = aBrowser({ hasChannels: false });
    const pages = [openPage(), openPage()];
    await time.advance(30 * MINUTE);
    expect(pages.map(({ poller }) => poller.availability().state)).toEqual(['online', 'online']);
    expect(server.requests.length).toBeLessThanOrEqual(2 * 30);
  });
});
