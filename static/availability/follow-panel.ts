import type { Live } from '../app/live';
import { askAgainAt } from './panel-at';
import type { PanelStore } from './panel-store';

/** Has a page ask again when what its panel says changes by itself. Ends by the function that it returns. */
export function followPanel(store: PanelStore, live: Pick<Live, 'refreshAt'>): () => void {
  const follow = (): void => {
    const { panel } = store.getState();
    live.refreshAt(panel && askAgainAt(panel));
  };
  follow();
  return store.subscribe((state, before) => {
    if (state.panel !== before.panel) follow();
  });
}
