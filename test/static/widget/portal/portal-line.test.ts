import { describe, expect, it } from 'vitest';
import english from '../../../../locales/en-US.json';
import type { PortalAvailability } from '../../../../src/contract/portal';
import type { Availability } from '../../../../static/widget/frontdesk-api';
import { lineNews, type LineNews } from '../../../../static/widget/portal/line-news';
import {
  createLineTeller,
  LINE,
  LINE_IS_THERE,
  type FrameBus,
} from '../../../../static/widget/portal/line-teller';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const reader = { labels: english.widget, locale: 'en-GB', now: NOW };
const shown = (change: Partial<Availability>): Availability => ({
  state: 'offline',
  anonymous: false,
  until: null,
  nextOnlineAt: null,
  ...change,
});

describe('the line in the portal’s head', () => {
  const at = (time: string): string => `2026-03-02T${time}:00Z`;
  const local = (time: string): string =>
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(Date.parse(at(time)));

  it.each<[string, Availability, LineNews]>([
    [
      'somebody is there',
      shown({ state: 'online', until: at('17:00') }),
      { look: 'online', words: 'We’re online', message: '', action: 'Chat with us' },
    ],
    ['nobody is, until nobody knows when', shown({}), offline('offline', 'We’re offline')],
    [
      'somebody comes back',
      shown({ nextOnlineAt: at('14:00') }),
      offline('offline', `Back at ${local('14:00')}`),
    ],
    [
      'somebody is expected, if they say so',
      shown({ nextOnlineAt: at('14:00'), expected: true }),
      offline('expected', `Expected at ${local('14:00')}`),
    ],
    [
      'the desk is closed, with its own sentence',
      shown({ closed: { until: at('15:00'), message: 'Stocktaking.' } }),
      { ...offline('closed', `Closed until ${local('15:00')}`), message: 'Stocktaking.' },
    ],
    [
      'the desk opens when the closure ends: once',
      shown({ nextOnlineAt: at('15:00'), closed: { until: at('15:00'), message: '' } }),
      offline('closed', `Closed until ${local('15:00')}`),
    ],
    ['the state cannot be known (C8)', shown({ state: 'unknown' }), offline('unknown', '')],
  ])('says what is so when %s (C5, H4)', (_when, availability, news) => {
    expect(lineNews(availability, reader)).toEqual(news);
  });

  it.each(['hidden', 'disabled'] as const)('is not there while chat is %s (C6, C7)', (state) => {
    expect(lineNews(shown({ state }), reader)).toBeNull();
  });

  function offline(look: LineNews['look'], words: string): LineNews {
    return { look, words, message: '', action: 'Leave a message' };
  }
});

describe('the footer’s frame, which alone asks', () => {
  function aPage() {
    const heard = new Map<string, (payload?: unknown) => void>();
    const told: unknown[] = [];
    const quiet: boolean[] = [];
    const bus: FrameBus = {
      on: (event, listener) => heard.set(event, listener),
      emit: (event, payload) => void (event === LINE && told.push(payload)),
    };
    const teller = createLineTeller({
      bus,
      now: () => 5,
      languages: ['en-GB'],
      onQuiet: (isQuiet) => quiet.push(isQuiet),
    });
    return {
      ...teller,
      told: () => told.at(-1),
      isQuiet: () => quiet.at(-1),
      arrive: () => heard.get(LINE_IS_THERE)?.(),
    };
  }

  const answer = (line?: true): PortalAvailability => ({
    ...shown({ state: 'online' }),
    state: 'online',
    now: new Date(NOW).toISOString(),
    next: 60,
    widget: {
      locale: 'en-US',
      labels: english.widget,
      welcomeText: '',
      suggestRegistration: true,
      requestUrl: '',
      loginUrl: '',
      version: null,
      widgetId: 'W',
      identified: true,
      ...(line && { line }),
    },
  });

  it('tells the line what the icon shows, whichever of them is there first', () => {
    const page = aPage();
    page.know(answer(true));
    page.change(shown({ state: 'online' }));
    expect(page.told()).toMatchObject({ words: 'We’re online' });
    page.arrive();
    expect(page.told()).toMatchObject({ words: 'We’re online' });

    const later = aPage();
    later.arrive();
    expect(later.told()).toBeNull();
    later.change(shown({}));
    later.know(answer(true));
    expect(later.told()).toMatchObject({ words: 'We’re offline' });
  });

  it('has the icon keep quiet only while the line speaks', () => {
    const page = aPage();
    page.know(answer(true));
    page.change(shown({ state: 'online' }));
    expect(page.isQuiet()).toBe(false);
    page.arrive();
    expect(page.isQuiet()).toBe(true);
    page.change(shown({ state: 'hidden' }));
    expect([page.told(), page.isQuiet()]).toEqual([null, false]);
  });

  it('says nothing where the space wants no line', () => {
    const page = aPage();
    page.arrive();
    page.know(answer());
    page.change(shown({ state: 'online' }));
    expect([page.told(), page.isQuiet()]).toEqual([null, false]);
  });

  it('goes by the server’s clock, not by the visitor’s', () => {
    const page = aPage();
    page.know(answer(true));
    page.change(shown({ nextOnlineAt: new Date(NOW - 1).toISOString() }));
    expect(page.told()).toMatchObject({ words: 'We’re offline' });
    page.change(shown({ nextOnlineAt: new Date(NOW + 60_000).toISOString() }));
    expect(page.told()).toMatchObject({ words: expect.stringMatching(/^Back at /) as string });
  });
});
