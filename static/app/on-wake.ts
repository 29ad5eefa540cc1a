/** How often a sleep that no event tells about is looked for, and how much of one counts. */
const LOOK_MS = 10_000;
const SLEPT_MS = 5_000;

/**
 * Calls back whenever what the page shows may be old: it became visible, came back from the back/forward cache, the
 * network returned, or the computer slept. Monotonic timers stand still during sleep, the wall clock does not:
 * a difference between the two is the only trace. The wall clock's value itself is never used.
 */
export function onWake(callback: () => void): () => void {
  const ifVisible = (): void => {
    if (document.visibilityState === 'visible') callback();
  };
  // The first show of a page is no awakening: it has just loaded.
  const ifRestored = (event: PageTransitionEvent): void => {
    if (event.persisted) ifVisible();
  };
  const lead = (): number => Date.now() - performance.now();
  let lastLead = lead();
  const timer = setInterval(() => {
    const current = lead();
    const slept = Math.abs(current - lastLead) > SLEPT_MS;
    lastLead = current;
    if (slept) ifVisible();
  }, LOOK_MS);
  document.addEventListener('visibilitychange', ifVisible);
  window.addEventListener('pageshow', ifRestored);
  window.addEventListener('online', ifVisible);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ifVisible);
    window.removeEventListener('pageshow', ifRestored);
    window.removeEventListener('online', ifVisible);
  };
}
