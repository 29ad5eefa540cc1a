import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import english from '../../../locales/en-US.json';
import type { Answer, FunctionKey } from '../../../src/contract/functions';
import { Announcer } from '../../../static/app/announcer';
import { createServerClock } from '../../../static/app/server-clock';
import { createTexts } from '../../../static/app/texts';
import { TextsProvider } from '../../../static/app/texts-context';
import { MyStatus } from '../../../static/availability/my-status';
import { createPanelStore, type PanelStore } from '../../../static/availability/panel-store';
import { NOW, onlinePanel, panel } from '../../static/availability/panel-builder';

const sections: Record<string, Record<string, string>> = english;

function lookUp(key: string): string {
  const [section = '', name = ''] = key.split('.');
  return sections[section]?.[name] ?? key;
}

type Answers = { [F in FunctionKey]?: Answer<F>[] };

/** A server that answers what it is told, one answer a call. */
function fakeServer(answers: Answers) {
  const asked: FunctionKey[] = [];
  async function call<F extends FunctionKey>(key: F): Promise<Answer<F>> {
    asked.push(key);
    const answer: unknown = answers[key]?.shift() ?? { ok: true, value: panel() };
    return answer as Answer<F>;
  }
  return { asked, call };
}

function Page({ store }: { store: PanelStore }) {
  const { panel: shown, pending, failure } = useSyncExternalStore(store.subscribe, store.getState);
  if (!shown?.project) return null;
  return <MyStatus {...{ panel: shown, project: shown.project, now: NOW, pending, failure, store }} />;
}

async function open(answers: Answers) {
  const { asked, call } = fakeServer(answers);
  const memory = { read: () => null, write: () => undefined };
  const store = createPanelStore({ call, clock: createServerClock(), place: { projectId: '1' }, memory });
  render(
    <TextsProvider value={createTexts('en-US', lookUp)}>
      <Announcer>
        <Page store={store} />
      </Announcer>
    </TextsProvider>,
  );
  await act(() => store.refresh());
  return { asked };
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

afterEach(cleanup);

describe('my status', () => {
  it('is changed by one press (S3)', async () => {
    const { asked } = await open({ goOnline: [{ ok: true, value: onlinePanel() }] });
    expect(screen.getByText('You are offline in Support')).toBeTruthy();
    await press('Go online');
    expect(screen.getByRole('region', { name: 'My status' }).textContent).toContain(
      'You are online in Support',
    );
    expect(asked).toEqual(['getPanel', 'goOnline']);
  });

  it('that was not changed says so, and “Try again” changes it', async () => {
    const refused: Answer<'goOnline'> = { ok: false, error: { code: 'unavailable', message: '' } };
    const { asked } = await open({ goOnline: [refused, { ok: true, value: onlinePanel() }] });
    await press('Go online');
    expect(within(screen.getByRole('alert')).getByText('You are still offline in Support.')).toBeTruthy();
    await press('Try again');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(asked.filter((key) => key === 'goOnline')).toHaveLength(2);
  });
});
