import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserClaims } from '../../../../static/app/claims/browser-claims';

/** A browser of one window that gives pages everything, until it does not. */
function openBrowser(): void {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('navigator', { locks: { request: async (_name: string, work: () => unknown) => work() } });
}

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

const refuseStorage = (): void => {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse });
};
const refuseChannel = (): void => void vi.stubGlobal('BroadcastChannel', refuse);
const refuseLocks = (): void => void vi.stubGlobal('navigator', { locks: { request: refuse } });

const REFUSALS: [what: string, refuseIt: () => void][] = [
  ['nothing', () => undefined],
  ['storage', refuseStorage],
  ['room', () => void vi.stubGlobal('localStorage', { ...localStorage, setItem: refuse })],
  ['a channel', refuseChannel],
  ['locks, as it says at once', refuseLocks],
  [
    'locks, as it says later',
    () => void vi.stubGlobal('navigator', { locks: { request: async () => refuse() } }),
  ],
  ['locks, of which it has none', () => void vi.stubGlobal('navigator', {})],
  ['storage and a channel', () => (refuseStorage(), refuseChannel())],
  ['all of them', () => (refuseStorage(), refuseChannel(), refuseLocks())],
];

describe('a flag in a browser', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  beforeEach(() => {
    vi.useFakeTimers();
    openBrowser();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  });

  test.each(REFUSALS)('that refuses %s is shown, and once (R17)', async (_what, refuseIt) => {
    refuseIt();
    const claims = browserClaims('flags', `ann ${_what}`, 60_000);
    const first = claims.claim('ending', 0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await first).toBe(true);
    expect(await claims.claim('ending', 0)).toBe(false);
    const other = claims.claim('ended', 0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await other).toBe(true);
  });
});
