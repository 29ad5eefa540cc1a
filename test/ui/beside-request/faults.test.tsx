import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectNoWords, expectWords, press, settle } from '../render-page';
import { createServerClock } from '../../../static/app/server-clock';
import { aChat, openSection as openStill } from './open-section';

const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  onTestFinished(() => void vi.useRealTimers());
});

/** On a clock that runs. */
const openSection = (...[known, answers = {}]: Parameters<typeof openStill>) =>
  openStill(known, answers, createServerClock());

describe('D12, C8: when something is down beside a request', () => {
  it('what is not known is not shown as online: since when, a question mark, and what was known last', async () => {
    const resolver = await openSection({ panel: onlinePanel(), chat: aChat() });
    resolver.answers.getPanel = [refused('unavailable')];
    resolver.answers.getRequestChat = [refused('unavailable')];
    await pass(200_000);
    expectWords(/^Not up to date since 1:0\d PM\. Trying again…$/);
    expectWords('Last known: Mia Miller is waiting for a reply, 4 min');
    expect(button(/^Can’t tell who’s online right now/).dataset).toMatchObject({
      online: 'false',
      count: 'unknown',
    });
    expectNoWords(/You’re online/, /^Online:/);
    resolver.answers.getPanel = [ok(onlinePanel())];
    resolver.answers.getRequestChat = [ok(aChat())];
    await press(/^Can’t tell who’s online right now/);
    await pass(1_000);
    expectNoWords(/^Not up to date/);
    expectWords('You’re online in Support');
  });

  it('nothing could be had at first: a sentence, “Try again”, and later without being asked to', async () => {
    const resolver = await openSection(
      {},
      { getPanel: [refused('unavailable')], getRequestChat: [refused('unavailable')] },
    );
    expectWords('Frontdesk can’t be reached right now. Try again in a moment.');
    expect(screen.queryByRole('region', { name: 'My status' })).toBeNull();
    await press('Try again');
    expectWords('Frontdesk can’t be reached right now. Try again in a moment.');
    resolver.answers.getPanel = [ok(panel())];
    resolver.answers.getRequestChat = [ok(aChat())];
    await pass(61_000);
    expectWords('You’re offline in Support', /^Mia Miller is waiting/);
  });

  it('a chat that could not be asked for is not taken for none', async () => {
    const resolver = await openSection(
      { panel: onlinePanel() },
      { getRequestChat: [refused('unavailable')] },
    );
    expectWords('You’re online in Support', 'Frontdesk can’t be reached right now. Try again in a moment.');
    resolver.answers.getRequestChat = [ok(aChat())];
    await press('Try again');
    expectWords(/^Mia Miller is waiting/);
    expectNoWords(/can’t be reached/);
  });

  it('without Realtime it is at most a minute old (I6)', async () => {
    const resolver = await openSection(
      { panel: panel(), chat: aChat() },
      { getLiveToken: [refused('unavailable')] },
    );
    resolver.answers.getPanel = [ok(onlinePanel())];
    await pass(61_000);
    expectWords('You’re online in Support');
  });

  it('a chat that is no longer theirs to see is not shown on', async () => {
    const resolver = await openSection({ panel: panel(), chat: aChat() });
    resolver.answers.getRequestChat = [refused('not-allowed')];
    await pass(61_000);
    expectNoWords(/Mia/);
  });

  it('an online time that ends is over at its second, without an answer (S8)', async () => {
    const soon = new Date(Date.parse(onlinePanel().now) + 20_000).toISOString();
    const resolver = await openSection({ panel: onlinePanel(soon) });
    resolver.answers.getPanel = [refused('unavailable')];
    // The answers' own time stands still: each sets the clock back by what passed.
    await pass(21_500);
    expectWords('You’re offline in Support');
  });
});

describe('D12: while nobody looks', () => {
  it('a section that is folded away, or out of sight, asks nothing; seen again, it asks at once', async () => {
    const resolver = await openSection({ panel: panel(), chat: aChat() });
    await pass(2_000);
    await resolver.fold(true);
    // Colleagues are told that I am not at the chat any more.
    await pass(1_000);
    const asked = resolver.asked.length;
    resolver.bridge.ping({ projects: ['1'] });
    resolver.bridge.ping({ projects: ['1'], conversations: true });
    await pass(10 * 60_000);
    expect(resolver.asked.length).toBe(asked);
    resolver.answers.getPanel = [ok(onlinePanel())];
    await resolver.fold(false);
    await pass(1_000);
    expectWords('You’re online in Support');
  });

  it('its subscription is not renewed either until somebody sees it', async () => {
    const resolver = await openSection({ panel: panel(), chat: aChat() });
    await pass(2_000);
    await resolver.fold(true);
    // Colleagues are told that I am not at the chat any more.
    await pass(1_000);
    const asked = resolver.asked.length;
    await pass(3 * 60 * 60_000);
    expect(resolver.asked.length).toBe(asked);
    await resolver.fold(false);
    await pass(1_000);
    expect(resolver.payloads('getLiveToken').length).toBe(2);
  });

  it('a window that is hidden from the start asks when it is seen', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    onTestFinished(() => visibility.mockRestore());
    const resolver = await openSection({ panel: panel(), chat: aChat() });
    await pass(5 * 60_000);
    expect(resolver.asked).toEqual([]);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(1_000);
    expectWords('You’re offline in Support');
  });

  it('what happens in another project is not asked about', async () => {
    const resolver = await openSection({ panel: panel(), chat: aChat() });
    await pass(2_000);
    await settle();
    const asked = resolver.asked.length;
    resolver.bridge.ping({ projects: ['2'] });
    await pass(5_000);
    expect(resolver.asked.length).toBe(asked);
  });
});
