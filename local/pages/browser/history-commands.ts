import type { Commands, ForgeFrame } from './forge-frame';
import type { ModuleView } from './host-page';

interface HistoryLocation {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
}

type Listener = (location: HistoryLocation, action: 'PUSH' | 'REPLACE' | 'POP') => void;

/** The app's part of the address, in the shape of the history package that @forge/bridge hands out. */
export function historyCommands({ module, dialog }: ModuleView, frame: ForgeFrame): Commands {
  const base = dialog ? null : module.historyBase;
  if (base === null) return {};

  const listeners = new Set<Listener>();
  const here = (): HistoryLocation => ({
    pathname: location.pathname.slice(base.length) || '/',
    search: location.search,
    hash: location.hash,
    state: history.state,
  });
  const tell = (action: 'PUSH' | 'REPLACE' | 'POP') => {
    for (const listener of listeners) listener(here(), action);
  };
  const move = (action: 'PUSH' | 'REPLACE') => (to: unknown, state?: unknown) => {
    const address = `${base}${pathOf(to)}`;
    if (action === 'PUSH') history.pushState(state, '', address);
    else history.replaceState(state, '', address);
    tell(action);
  };
  const onPop = () => tell('POP');

  return {
    createHistory() {
      addEventListener('popstate', onPop);
      frame.onEnd(() => {
        removeEventListener('popstate', onPop);
        listeners.clear();
      });
      return {
        action: 'POP',
        location: here(),
        push: move('PUSH'),
        replace: move('REPLACE'),
        go: (delta: number) => history.go(delta),
        goBack: () => history.back(),
        goForward: () => history.forward(),
        listen(listener: Listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
    },
  };
}

function pathOf(to: unknown): string {
  const {
    pathname = '/',
    search = '',
    hash = '',
  } = (typeof to === 'string' ? { pathname: to } : to) as Partial<HistoryLocation>;
  const path = pathname.startsWith('/') ? pathname : `/${pathname}`;
  return `${path === '/' ? '' : path}${search}${hash}`;
}
