import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createBrowserEnvironment } from '../../../../static/widget/browser/browser-environment';

let page: EventTarget & { hidden: boolean };

beforeEach(() => {
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

/** What the widget is told of whether somebody looks at the page, from now on. */
function watch() {
  const env = createBrowserEnvironment();
  const told: boolean[] = [];
  env.listen(() => told.push(env.visible()));
  return { env, told };
}

describe('a page with the widget', () => {
  test('counts as left before it is, so that no lock keeps it out of the back/forward cache (R17)', () => {
    const { told } = watch();
    page.dispatchEvent(new Event('beforeunload'));
    expect(told).toEqual([false]);
  });

  test('counts as seen as soon as somebody comes back to it, and only then (R17)', () => {
    const { told } = watch();
    page.dispatchEvent(new Event('beforeunload'));
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual([false, false, true]);
  });

  test('counts as seen again ten seconds after a link that was a download (F8)', () => {
    const { told } = watch();
    page.dispatchEvent(new Event('beforeunload'));
    vi.advanceTimersByTime(9_999);
    expect(told).toEqual([false]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([false, true]);
  });

  test('never counts as seen by a widget that was destroyed meanwhile', () => {
    const { env, told } = watch();
    page.dispatchEvent(new Event('beforeunload'));
    env.close();
    vi.advanceTimersByTime(60_000);
    expect(told).not.toContain(true);
  });

  test('asks for itself where the browser refuses a channel between tabs (R17, C13)', () => {
    vi.stubGlobal('BroadcastChannel', () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const { env } = watch();
    const received: unknown[] = [];
    const send = env.channel('frontdesk:w', (message) => received.push(message));
    send('anybody there?');
    page.dispatchEvent(new Event('pageshow'));
    expect(received).toEqual([]);
  });
});
