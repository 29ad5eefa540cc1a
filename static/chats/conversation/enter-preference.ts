import { browserStore } from '../../app/browser/browser-store';

/** Whether Enter sends a reply: an agent's, in this browser; it does unless they said otherwise (rule D3). */
export interface EnterPreference {
  sends(): boolean;
  set(sends: boolean): void;
}

export function createEnterPreference(
  accountId: string,
  store = browserStore('localStorage'),
): EnterPreference {
  const key = `frontdesk.enter.${accountId}`;
  let sends = store.read(key) !== 'new-line';
  return {
    sends: () => sends,
    set: (next) => {
      sends = next;
      // Where it is not kept, it holds as long as the page lives.
      store.write(key, next ? null : 'new-line');
    },
  };
}
