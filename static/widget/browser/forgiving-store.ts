import type { Environment, Store } from './environment';

/** Keeps what fits: where the site has filled the store, or the visitor has forbidden it meanwhile, nothing fails. */
function forgivingStore(store: Store): Store {
  return {
    getItem: (key) => store.getItem(key),
    setItem(key, value) {
      try {
        store.setItem(key, value);
      } catch {
        // It lasts as long as the page.
      }
    },
    removeItem: (key) => store.removeItem(key),
  };
}

/** The same environment, whose stores never refuse what is to be kept. */
export const forgiving = (env: Environment): Environment => ({
  ...env,
  session: env.session && forgivingStore(env.session),
  local: env.local && forgivingStore(env.local),
});
