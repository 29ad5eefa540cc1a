import type { Environment, Store } from '../../../static/widget/browser/environment';
import type { SimulatedTime } from './simulated-time';

/** 2026-11-22T12:00:00Z: when simulated time starts, for servers and for clocks that are right. */
export const START = Date.parse('2026-11-22T12:00:00Z');

export interface FakeTab {
  env: Environment;
  /** What outlives a page in this tab. */
  session: Map<string, string>;
  show(): void;
  hide(): void;
  /** The browser finds itself with or without a network. */
  connect(to: 'online' | 'offline'): void;
  /** As a hung page: holds what it holds, but nothing runs any more. */
  hang(): void;
  close(): void;
}

interface TabOptions {
  visible?: boolean;
  session?: Map<string, string>;
}

export interface FakeBrowser {
  open(options?: TabOptions): FakeTab;
  /** What outlives all pages. */
  local: Map<string, string>;
}

interface BrowserOptions {
  /** How wrong the visitor's clock is, milliseconds. */
  clockError?: () => number;
  hasChannels?: boolean;
  random?: () => number;
}

/** A browser whose tabs share channels, on simulated time. */
export function createFakeBrowser(
  time: SimulatedTime,
  { clockError = () => 0, hasChannels = true, random = () => 0.5 }: BrowserOptions = {},
): FakeBrowser {
  const listeners = new Map<string, Set<(message: unknown) => void>>();
  const local = new Map<string, string>();

  function open({ visible = true, session = new Map<string, string>() }: TabOptions = {}): FakeTab {
    let isVisible = visible;
    let isAlive = true;
    let cancelAlarm = (): void => undefined;
    const heard = new Map<string, Set<() => void>>();
    const given: (() => void)[] = [];
    const alive =
      <A extends unknown[]>(run: (...args: A) => void) =>
      (...args: A): void => {
        if (isAlive) run(...args);
      };

    const env: Environment = {
      now: () => START + clockError() + time.now(),
      random,
      alarm(delay, ring) {
        cancelAlarm();
        // A timer of Infinity never rings.
        if (delay < Infinity) cancelAlarm = time.after(delay, alive(ring));
      },
      visible: () => isVisible,
      listen(listener, type = 'visibilitychange' as never) {
        const own = heard.get(type) ?? new Set();
        heard.set(type, own.add(alive(listener as () => void)));
      },
      channel(name, receive) {
        if (!hasChannels) return () => undefined;
        const all = listeners.get(name) ?? new Set();
        listeners.set(name, all);
        const own = alive(receive);
        all.add(own);
        given.push(() => all.delete(own));
        return (message) => {
          const copy: unknown = structuredClone(message);
          for (const other of all) if (other !== own) time.after(0, () => other(structuredClone(copy)));
        };
      },
      session: aStore(session),
      local: aStore(local),
      close: () => undefined,
    };
    const fire = (type: string): void => {
      for (const listener of heard.get(type) ?? []) listener();
    };
    const turn = (to: boolean): void => {
      isVisible = to;
      fire('visibilitychange');
    };

    return {
      env,
      session,
      show: () => turn(true),
      hide: () => turn(false),
      connect: fire,
      hang: () => (isAlive = false),
      close() {
        turn(false);
        isAlive = false;
        for (const giveBack of given) giveBack();
      },
    };
  }

  return { open, local };
}

const aStore = (entries: Map<string, string>): Store => ({
  getItem: (key) => entries.get(key) ?? null,
  setItem: (key, value) => void entries.set(key, value),
  removeItem: (key) => void entries.delete(key),
});
