import type { SiteTime } from '../../clock';
import { createPacedTimers } from './paced-timers';

/** Where the clock is, as far as this page has heard. */
let told = '';

/** The browser's own, or what a test has made of them. */
const { now: visitorsNow } = Date;
const elapsed = performance.now.bind(performance);

/** The computer's clock, which the site's is told by; the visitor's may be set wrong. */
const computersNow = (): number => performance.timeOrigin + elapsed();

/** On the browser's monotonic clock: since when time passes how fast, and what had passed until then. */
let stage = { from: 0, passed: 0, speed: 1 };

const timers = createPacedTimers(window, elapsed);

/**
 * Pages of the app live by the site's clock: a move of it looks to them as if the computer had slept so long. Their
 * timers are the computer's, as after a sleep, and as much faster or slower as the site's clock is. Returns whether
 * that is news.
 */
export function setSiteTime({ aheadMs, speed, since }: SiteTime): boolean {
  const news = JSON.stringify([aheadMs, speed, since]);
  if (news === told) return false;
  told = news;
  Date.now = () => {
    const computers = computersNow();
    const visitorsError = visitorsNow() - computers;
    return Math.floor(since + (computers - since) * speed + aheadMs + visitorsError);
  };
  if (speed === stage.speed) return true;
  // Not when this page hears of it: all pages and the site change their pace at the same moment.
  const from = Math.max(stage.from, since - performance.timeOrigin);
  stage = { from, passed: stage.passed + (from - stage.from) * stage.speed, speed };
  performance.now = () => stage.passed + (elapsed() - stage.from) * stage.speed;
  timers.setSpeed(speed);
  return true;
}

/** The server writes into the script's tag where its clock is while the page is loaded. */
export function readSiteTime(script: HTMLOrSVGScriptElement | null): void {
  const {
    aheadMs = 0,
    speed = 1,
    since = 0,
  } = JSON.parse(script?.dataset.siteTime ?? '{}') as Partial<SiteTime>;
  setSiteTime({ aheadMs, speed, since });
}

/** Tells the page that it may have slept, in the way browsers do. */
export function wakePage(): void {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}
