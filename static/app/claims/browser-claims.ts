import { browserLock, locksWork } from '../browser/browser-lock';
import { browserStore } from '../browser/browser-store';
import { windowChannel } from '../browser/window-channel';
import { createBroadcastClaims } from './broadcast-claims';
import type { ShownOnce } from './shown-once';
import { createStorageClaims, type ClaimStore } from './storage-claims';

/** Messages between windows of one browser take a few milliseconds; a busy one may take longer. */
const SETTLE_MS = 250;

/**
 * Per person: several may use one browser. Browsers that block third-party cookies deny storage and locks to an app's
 * frame, which is another site than Jira; then the open windows agree among themselves. One that may not even hear the
 * others shows everything once itself: twice is better than never.
 */
export function browserClaims(what: 'flags' | 'sounds', accountId: string, rememberMs: number): ShownOnce {
  const name = `frontdesk.${what}.${accountId}`;
  // From the start: what other windows show before this one's first claim has to be heard.
  const byBroadcast = claimsByBroadcast(name);
  const claims = claimsInStorage(name, rememberMs).then((inStorage) => inStorage ?? byBroadcast);
  return {
    claim: async (id, now) => (await claims).claim(id, now),
    isClaimed: async (id, now) => (await claims).isClaimed(id, now),
  };
}

async function claimsInStorage(name: string, rememberMs: number): Promise<ShownOnce | undefined> {
  const local = browserStore('localStorage');
  const keeps = local.write(`${name}.probe`, '1') && local.write(`${name}.probe`, null);
  if (!keeps || !(await locksWork(`${name}.probe`))) return undefined;
  const store: ClaimStore = {
    read: () => local.read(name),
    write: (value) => local.write(name, value),
    exclusively: browserLock(name),
  };
  return createStorageClaims(store, rememberMs);
}

const claimsByBroadcast = (name: string): ShownOnce =>
  createBroadcastClaims(
    windowChannel(name),
    () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS)),
    () => crypto.randomUUID(),
  );
