import { createBroadcastClaims } from './broadcast-claims';
import type { ShownOnce } from './shown-once';
import { createStorageClaims, type ClaimStore } from './storage-claims';

/** Messages between windows of one browser take a few milliseconds; a busy one may take longer. */
const SETTLE_MS = 250;

/**
 * Per person: several may use one browser. Browsers that block third-party cookies deny storage and locks to an app's
 * frame, which is another site than Jira; then the open windows agree among themselves.
 */
export function browserClaims(what: 'flags' | 'messages', accountId: string, rememberMs: number): ShownOnce {
  const name = `frontdesk.${what}.${accountId}`;
  return storageWorks(name) ? claimsInStorage(name, rememberMs) : claimsByBroadcast(name);
}

function storageWorks(name: string): boolean {
  try {
    localStorage.setItem(`${name}.probe`, '1');
    localStorage.removeItem(`${name}.probe`);
    return 'locks' in navigator;
  } catch {
    return false;
  }
}

function claimsInStorage(name: string, rememberMs: number): ShownOnce {
  const store: ClaimStore = {
    read: () => localStorage.getItem(name),
    write: (value) => localStorage.setItem(name, value),
    exclusively: (work) => navigator.locks.request(name, work),
  };
  return createStorageClaims(store, rememberMs);
}

function claimsByBroadcast(name: string): ShownOnce {
  const channel = new BroadcastChannel(name);
  return createBroadcastClaims(
    {
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    },
    () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS)),
    () => crypto.randomUUID(),
  );
}
