import type { Environment } from './environment';

/** A jump of the visitor's clock against the page's that is sleep (or a set clock), not drift: milliseconds. */
const JUMP_MS = 2_000;

/** Timers stop while the machine sleeps; waking this often bounds how late an alarm can ring afterwards. */
const NAP_MS = 1_000;

/** What the document says of itself, past elements of the page that have its name. */
export const ofDocument = (name: 'currentScript' | 'hidden'): unknown =>
  Reflect.get(Document.prototype, name, document);

export function createBrowserEnvironment(): Environment {
  const life = new AbortController();
  let session: Storage | undefined;
  let local: Storage | undefined;
  try {
    session = sessionStorage;
    local = localStorage;
  } catch {
    // Forbidden by the visitor or the frame: every page load starts anew.
  }

  // `performance.now()` stands still while the machine sleeps (Chromium and Firefox on some systems), so forward
  // jumps of the visitor's clock are added. A clock that is merely wrong changes nothing; one that is put forward
  // makes answers look too old, which costs a poll and never shows anybody online.
  const ahead = (): number => Date.now() - performance.now();
  let before = ahead();
  let start = before;
  let timer: ReturnType<typeof setTimeout>;

  const listen: Environment['listen'] = (heard, type = 'visibilitychange' as never) =>
    addEventListener(type, heard, life);

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
    visible: () => !ofDocument('hidden'),
    listen,
    channel(name, receive) {
      let channel: BroadcastChannel | undefined;
      const close = (): void => {
        channel = channel?.close() as undefined;
      };
      // Not when it is open, as at the first `pageshow`: another tab's answer may be on its way.
      const open = (): void => {
        try {
          channel ??= new BroadcastChannel(name);
          channel.onmessage = (event) => receive(event.data);
        } catch {
          // Refused in some frames, and where Firefox lets nobody store anything: each tab asks for itself.
        }
      };
      open();
      // A message to a page in the back/forward cache would throw it out of there.
      listen(close, 'pagehide');
      listen(open, 'pageshow');
      life.signal.onabort = close;
      return (message) => channel?.postMessage(message);
    },
    session,
    local,
    close: () => life.abort(),
  };
}
