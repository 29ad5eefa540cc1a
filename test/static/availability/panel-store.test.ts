import { describe, expect, test } from 'vitest';
import type { Answer, FunctionKey } from '../../../src/contract/functions';
import type { Panel } from '../../../src/contract/panel';
import { createPanelStore, type PanelStoreOptions } from '../../../static/availability/panel-store';
import type { Wish } from '../../../static/availability/wish';
import { createServerClock } from '../../../static/app/server-clock';
import { at, myProject, onlinePanel, panel } from './panel-builder';

interface Asked {
  functionKey: FunctionKey;
  payload: unknown;
  answer(value: Answer<'getPanel'>): Promise<void>;
}

/** A store whose questions wait for the test to answer them. */
function setUp(place: PanelStoreOptions['place'] = { projectId: '1' }, remembered: string | null = null) {
  const asked: Asked[] = [];
  const store = createPanelStore({
    call: (functionKey, payload) =>
      new Promise((resolve) => {
        const answer = async (value: Answer<'getPanel'>): Promise<void> => {
          resolve(value as Answer<typeof functionKey>);
          await new Promise(setImmediate);
        };
        asked.push({ functionKey, payload, answer });
      }),
    clock: createServerClock(),
    place,
    memory: { read: () => remembered, write: () => undefined },
  });
  return { store, asked };
}

const ok = (value: Panel): Answer<'getPanel'> => ({ ok: true, value });
const failed = (code: 'unavailable' | 'not-found' | 'limit'): Answer<'getPanel'> => ({
  ok: false,
  error: { code, message: '' },
});
const wish = (operationId: string): Wish => ({
  kind: 'go-online',
  payload: { scope: 'project', projectId: '1', until: null, operationId },
});

async function loaded() {
  const parts = setUp();
  void parts.store.refresh();
  await parts.asked[0]?.answer(ok(panel()));
  return parts;
}

describe('a wish', () => {
  test('is drawn at once and confirmed by the answer', async () => {
    const { store, asked } = await loaded();
    void store.wish(wish('one'));
    expect(store.getState()).toMatchObject({
      pending: { kind: 'go-online' },
      panel: { me: { online: true } },
    });
    await asked[1]?.answer(ok(onlinePanel()));
    expect(store.getState()).toMatchObject({ pending: null, failure: null, panel: { onlineCount: 1 } });
  });

  test('is taken back visibly when it is refused', async () => {
    const { store, asked } = await loaded();
    void store.wish(wish('one'));
    await asked[1]?.answer(failed('limit'));
    expect(store.getState()).toMatchObject({
      pending: null,
      failure: { code: 'limit' },
      panel: { me: { online: false } },
    });
  });

  test('is sent once while it is under way, however often the button is pressed', async () => {
    const { store, asked } = await loaded();
    void store.wish(wish('one'));
    void store.wish(wish('two'));
    await asked[1]?.answer(ok(onlinePanel()));
    expect(asked.filter(({ functionKey }) => functionKey === 'goOnline')).toHaveLength(1);
  });

  test('is repeated under the same operation id', async () => {
    const { store, asked } = await loaded();
    void store.wish(wish('one'));
    await asked[1]?.answer(failed('unavailable'));
    await asked[2]?.answer(ok(panel()));
    const { failure } = store.getState();
    if (failure) void store.wish(failure.wish);
    expect(asked[3]).toMatchObject({ functionKey: 'goOnline', payload: { operationId: 'one' } });
  });

  test('that failed only on its way back is not reported as failed', async () => {
    const { store, asked } = await loaded();
    void store.wish(wish('one'));
    await asked[1]?.answer(failed('unavailable'));
    await asked[2]?.answer(ok(onlinePanel()));
    expect(store.getState()).toMatchObject({ failure: null, panel: { me: { online: true } } });
  });

  test('is not overwritten by an older answer', async () => {
    const { store, asked } = await loaded();
    void store.refresh();
    void store.wish(wish('one'));
    await asked[2]?.answer(ok(onlinePanel(at(60))));
    await asked[1]?.answer(ok(panel()));
    expect(store.getState().panel?.me).toMatchObject({ online: true, until: at(60) });
  });
});

describe('loading', () => {
  test('says why there is nothing until the next answer, so that what it says does not flicker', async () => {
    const { store, asked } = setUp();
    void store.refresh();
    await asked[0]?.answer(failed('unavailable'));
    expect(store.getState().loadFailure).toBe('unavailable');
    void store.refresh();
    expect(store.getState().loadFailure).toBe('unavailable');
    await asked[1]?.answer(ok(panel()));
    expect(store.getState()).toMatchObject({ loadFailure: null, panel: { onlineCount: 0 } });
  });

  test('keeps what is shown when a later refresh fails', async () => {
    const { store, asked } = await loaded();
    void store.refresh();
    await asked[1]?.answer(failed('unavailable'));
    expect(store.getState()).toMatchObject({ loadFailure: null, panel: { onlineCount: 0 } });
  });

  test.each([
    ['the project chosen last', '2', '2'],
    ['the first one, when that is gone', '9', '1'],
    ['the first one, when nothing is remembered', null, '1'],
  ])('outside of any project picks %s', async (_title, remembered, expected) => {
    const { store, asked } = setUp({}, remembered);
    void store.refresh();
    const { project: _none, ...nowhere } = panel({ projects: [myProject(), myProject({ id: '2' })] });
    await asked[0]?.answer(ok(nowhere));
    expect(asked[1]).toMatchObject({ functionKey: 'getPanel', payload: { projectId: expected } });
  });

  test('looks elsewhere when the project is not to be seen', async () => {
    const { store, asked } = setUp({ projectId: '7' });
    void store.refresh();
    await asked[0]?.answer(failed('not-found'));
    expect(asked[1]).toMatchObject({ functionKey: 'getPanel', payload: {} });
  });
});
