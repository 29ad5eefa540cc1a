/** `Date.now()` as the browser has it, or as a test has made it. */
const { now } = Date;
let ahead = 0;

/**
 * Pages of the app live by the site's clock: a move of it looks to them as if the computer had slept so long. Their
 * other timers are the computer's, as after a sleep.
 */
export function setClockAhead(ms: number): void {
  ahead = ms;
  Date.now = () => now() + ahead;
}

/** The server writes into the script's tag by how much its clock is ahead while the page is loaded. */
export function readClockAhead(script: HTMLOrSVGScriptElement | null): void {
  setClockAhead(Number(script?.dataset.clockAhead ?? 0));
}

/** Tells the page that it may have slept, in the way browsers do. */
export function wakePage(): void {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}
