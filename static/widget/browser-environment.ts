import type { Environment } from './environment';

/** A jump of the visitor's clock against the page's that is sleep (or a set clock), not drift: milliseconds. */
const JUMP_MS = 2_000;

/** Timers stop while the machine sleeps; waking this often bounds how late an alarm can ring afterwards. */
const NAP_MS = 1_000;

/** Storage may be forbidden by the visitor; then every page load starts anew. */
function attempt<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null;
  }
}

export function createBrowserEnvironment(): Environment {
  const life = new AbortController();
  const listen = (type: string, listener: (event: Event) => void): void =>
    addEventListener(type, listener, life);

  // `performance.now()` stands still while the machine sleeps (Chromium and Firefox on some systems), so forward
  // jumps of the visitor's clock are added. A clock that is merely wrong changes nothing; one that is put forward
  // makes answers look too old, which costs a poll and never shows anybody online.
  let slept = 0;
  let ahead = Date.now() - performance.now();
  function now(): number {
    const aheadNow = Date.now() - performance.now();
    if (aheadNow - ahead > JUMP_MS) slept += aheadNow - ahead;
    ahead = aheadNow;
    return performance.now() + slept;
  }

  return {
    now,
    wallClock: () => Date.now(),
    random: () => Math.random(),
    alarm(delay, ring) {
      const timer = setTimeout(ring, Math.min(delay, NAP_MS));
      return () => clearTimeout(timer);
    },
    visible: () => !document.hidden,
    onVisibility(changed) {
      listen('visibilitychange', changed);
      listen('pageshow', changed);
    },
    channel(name, receive) {
      let channel: BroadcastChannel;
      const open = (): void => {
        channel = new BroadcastChannel(name);
        channel.onmessage = (event) => receive(event.data);
      };
      const close = (): void => channel.close();
      open();
      // An open channel would keep the page out of the back/forward cache.
      listen('pagehide', close);
      listen('pageshow', (event) => {
        if ((event as PageTransitionEvent).persisted) open();
      });
      life.signal.addEventListener('abort', close);
      return (message) => channel.postMessage(message);
    },
    contend(name, lead) {
      const contest = new AbortController();
      const { signal } = contest;
      const held = (): Promise<unknown> => {
        lead();
        return new Promise((resolve) => (signal.onabort = resolve));
      };
      // Absent on pages without https, refused in frames without an origin: such a page polls for itself.
      const locks = navigator.locks as LockManager | undefined;
      void (locks?.request(name, { signal }, held) ?? Promise.reject()).catch(() => {
        if (!signal.aborted) lead();
      });
      return () => contest.abort();
    },
    session: {
      read: (key) => attempt(() => sessionStorage.getItem(key)),
      write: (key, value) => attempt(() => sessionStorage.setItem(key, value)),
    },
    close: () => life.abort(),
  };
}
