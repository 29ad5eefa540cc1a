import type { Environment } from './environment';

/** A jump of the visitor's clock against the page's that is sleep (or a set clock), not drift: milliseconds. */
const JUMP_MS = 2_000;

/** Timers stop while the machine sleeps; waking this often bounds how late an alarm can ring afterwards. */
const NAP_MS = 1_000;

/** So long a page that is being left waits for the next one; then it was a download, or somebody stayed. Milliseconds. */
const LEAVING_MS = 10_000;

export function createBrowserEnvironment(): Environment {
  const life = new AbortController();
  let session: Storage | undefined;
  let local: Storage | undefined;
  try {
    session = sessionStorage;
    local = localStorage;
  } catch {
    // Forbidden by the visitor: every page load starts anew.
  }

  // `performance.now()` stands still while the machine sleeps (Chromium and Firefox on some systems), so forward
  // jumps of the visitor's clock are added. A clock that is merely wrong changes nothing; one that is put forward
  // makes answers look too old, which costs a poll and never shows anybody online.
  const ahead = (): number => Date.now() - performance.now();
  let before = ahead();
  let start = before;
  let timer: ReturnType<typeof setTimeout>;
  let leaving = false;

  return {
    now() {
      const jump = ahead() - before;
      if (jump > JUMP_MS) start += jump;
      before += jump;
      return performance.now() + start;
    },
    random: Math.random,
    alarm(delay, ring) {
      clearTimeout(timer);
      // What was due long ago is due now: browsers take a far negative delay for a number of days.
      timer = setTimeout(ring, Math.max(0, Math.min(delay, NAP_MS)));
    },
    visible: () => !document.hidden && !leaving,
    listen(changed) {
      const look = (): void => {
        // What has ended sees nothing any more.
        leaving = life.signal.aborted;
        changed();
      };
      addEventListener('visibilitychange', look, life);
      // Who holds a lock, or waits for one, does not get into Firefox's back/forward cache. At `pagehide` it has decided.
      addEventListener(
        'beforeunload',
        () => {
          leaving = true;
          changed();
          setTimeout(look, LEAVING_MS);
        },
        life,
      );
    },
    channel(name, receive) {
      let channel: BroadcastChannel | undefined;
      const close = (): void => {
        channel = channel?.close() as undefined;
      };
      // Not when it is open, as at the first `pageshow`: another tab's answer may be on its way.
      const open = (): void => {
        try {
          channel ??= new BroadcastChannel(name);
          channel.onmessage = ({ data }) => receive(data);
        } catch {
          // Refused where Firefox lets nobody store anything: each tab asks for itself.
        }
      };
      open();
      // A message to a page in the back/forward cache would throw it out of there.
      addEventListener('pagehide', close, life);
      addEventListener('pageshow', open, life);
      life.signal.onabort = close;
      return (message) => channel?.postMessage(message);
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
    session,
    local,
    close: () => life.abort(),
  };
}
