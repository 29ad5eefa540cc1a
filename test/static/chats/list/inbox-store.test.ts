import { describe, expect, test } from 'vitest';
import { createInboxStore, type InboxStore } from '../../../../static/chats/list/inbox-store';
import { createServerClock } from '../../../../static/app/server-clock';
import { at } from '../../availability/panel-builder';
import { inboxPage, inboxRow, waitingResolver } from '../inbox-builder';

function setUp() {
  const { call, asked } = waitingResolver();
  const store = createInboxStore({ call, clock: createServerClock(), projectId: '1' });
  return { store, asked };
}

const row = (conversationId: string, minutes = 0) => inboxRow({ conversationId, lastAt: at(minutes) });
const ids = (store: InboxStore): string[] | undefined =>
  store.getState().page?.rows.map(({ conversationId }) => conversationId);

async function loaded(cursor: string | null = null) {
  const parts = setUp();
  void parts.store.refresh();
  await parts.asked[0]?.succeed(inboxPage([row('a', -1), row('b', -2)], cursor));
  return parts;
}

describe('the list of chats', () => {
  test('begins with what waits for an answer', async () => {
    const { store, asked } = await loaded();
    expect(asked[0]?.payload).toMatchObject({ projectId: '1', filter: 'unanswered' });
    expect(ids(store)).toEqual(['a', 'b']);
  });

  test('says why there is none', async () => {
    const { store, asked } = setUp();
    void store.refresh();
    await asked[0]?.fail('not-allowed');
    expect(store.getState().loadFailure).toBe('not-allowed');
  });

  test('stays when a refresh fails, and says from when it is until one succeeds', async () => {
    const { store, asked } = await loaded();
    for (const turn of [1, 2]) {
      void store.refresh();
      await asked[turn]?.fail('unavailable');
      expect(store.getState()).toMatchObject({ loadFailure: null, staleSince: Date.parse(at(0)) });
      expect(ids(store)).toEqual(['a', 'b']);
    }
    // Nothing blinks while it is tried again.
    void store.refresh();
    expect(store.getState().staleSince).toBe(Date.parse(at(0)));
    await asked[3]?.succeed(inboxPage([row('a')]));
    expect(store.getState().staleSince).toBeNull();
  });

  test.each(['not-allowed', 'not-found'] as const)(
    'goes when it may not be seen any more (%s)',
    async (code) => {
      const { store, asked } = await loaded('more');
      void store.refresh();
      await asked[1]?.fail(code);
      expect(store.getState()).toMatchObject({ page: null, loadFailure: code });
      // The reason stays until it is taken back: nothing flickers by the minute.
      void store.refresh();
      expect(store.getState().loadFailure).toBe(code);
      await asked[2]?.succeed(inboxPage([row('a')]));
      expect(store.getState().loadFailure).toBeNull();
      expect(ids(store)).toEqual(['a']);
    },
  );

  test('goes as well when it is older chats that may not be seen', async () => {
    const { store, asked } = await loaded('more');
    void store.showOlder();
    await asked[1]?.fail('not-allowed');
    expect(store.getState()).toMatchObject({ page: null, loadFailure: 'not-allowed' });
  });

  test('shows the answer for the filter chosen last, whichever comes first', async () => {
    const { store, asked } = await loaded();
    void store.setFilter('mine');
    void store.setFilter('all');
    await asked[2]?.succeed(inboxPage([row('c')]));
    await asked[1]?.succeed(inboxPage([row('d')]));
    expect(ids(store)).toEqual(['c']);
  });

  test('shows older chats below, each once', async () => {
    const { store, asked } = await loaded('more');
    void store.showOlder();
    expect(store.getState().loadingOlder).toBe(true);
    // Meanwhile "c" has been answered: what was last on the first page is now first on the second.
    await asked[1]?.succeed(inboxPage([row('c'), row('a', -1)], 'more'));
    expect(asked[2]?.payload).toMatchObject({ cursor: 'more' });
    await asked[2]?.succeed(inboxPage([row('a', -1), row('b', -2), row('z', -9)]));
    expect(ids(store)).toEqual(['c', 'a', 'b', 'z']);
    expect(store.getState()).toMatchObject({ loadingOlder: false, page: { cursor: null } });
  });

  test('fetches as many pages again as are shown', async () => {
    const { store, asked } = await loaded('more');
    void store.showOlder();
    await asked[1]?.succeed(inboxPage([row('a')], 'more'));
    await asked[2]?.succeed(inboxPage([row('b')], 'more'));
    void store.refresh();
    await asked[3]?.succeed(inboxPage([row('a')], 'more'));
    await asked[4]?.succeed(inboxPage([row('b')], 'more'));
    expect(asked).toHaveLength(5);
    expect(ids(store)).toEqual(['a', 'b']);
  });

  test('keeps what it has when older chats cannot be had', async () => {
    const { store, asked } = await loaded('more');
    void store.showOlder();
    await asked[1]?.fail('unavailable');
    expect(store.getState()).toMatchObject({ loadingOlder: false, olderFailure: 'unavailable' });
    expect(ids(store)).toEqual(['a', 'b']);
  });
});

describe('the open chat', () => {
  test('stays in the list, in its place, although it has been answered', async () => {
    const { store, asked } = await loaded();
    store.select('b');
    void store.refresh();
    await asked[1]?.succeed(inboxPage([row('new', 5), row('a', -1), row('old', -5)]));
    expect(ids(store)).toEqual(['new', 'a', 'b', 'old']);
  });

  test('leaves the list with the next filter, and stays open', async () => {
    const { store, asked } = await loaded();
    store.select('b');
    void store.setFilter('mine');
    await asked[1]?.succeed(inboxPage([row('a')]));
    expect(ids(store)).toEqual(['a']);
    expect(store.getState().selectedId).toBe('b');
  });

  test('tells the list what it knows better', async () => {
    const { store } = await loaded();
    store.acceptRow(inboxRow({ conversationId: 'b', unanswered: false }));
    expect(store.getState().page?.rows[1]?.unanswered).toBe(false);
    store.acceptRow(inboxRow({ conversationId: 'elsewhere' }));
    expect(ids(store)).toEqual(['a', 'b']);
  });
});
