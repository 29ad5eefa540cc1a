import { act } from '@testing-library/react';
import { createServerClock } from '../../../static/app/server-clock';
import { useStore } from '../../../static/app/store';
import { Desk } from '../../../static/availability/desk';
import { createPanelStore, type PanelStore } from '../../../static/availability/panel-store';
import { at } from '../../static/availability/panel-builder';
import { fakeResolver, type Answers, type FakeResolver } from '../fake-resolver';
import { renderPage } from '../render-page';

const memory = { read: () => null, write: () => undefined };

function Page({ store, now }: { store: PanelStore; now: number }) {
  const panel = useStore(store, (state) => state.panel);
  return panel && <Desk {...{ panel, now, store, onOpenChat: () => undefined }} />;
}

/** A project's desk as the server describes it, at the panel builder's moment or another. */
export async function openDesk(answers: Answers, now = at(0)): Promise<FakeResolver> {
  const resolver = fakeResolver(answers);
  const clock = createServerClock(() => 0);
  clock.set(now);
  const store = createPanelStore({ call: resolver.call, clock, place: { projectId: '1' }, memory });
  renderPage(<Page store={store} now={clock.now()} />);
  await act(() => store.refresh());
  return resolver;
}
