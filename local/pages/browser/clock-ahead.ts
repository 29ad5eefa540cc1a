import type { SiteTime } from '../../clock';

/** The browser's own, or what a test has made of them. */
const { now } = Date;
const elapsed = performance.now.bind(performance);
const { setTimeout: wait, setInterval: repeat } = globalThis;

/** On the browser's monotonic clock: where the speed changed, what had passed until then, and how fast it goes on. */
let stage = { from: 0, passed: 0, speed: 1 };

/**
 * Pages of the app live by the site's clock: a move of it looks to them as if the computer had slept so long. Their
 * other timers are the computer's, as after a sleep, and as much faster as the site's clock is.
 */
export function setSiteTime({ aheadMs, speed, since }: SiteTime): void {
  Date.now = () => Math.floor(since + (now() - since) * speed + aheadMs);
  if (speed === stage.speed) return;
  const from = elapsed();
  stage = { from, passed: stage.passed + (from - stage.from) * stage.speed, speed };
  performance.now = () => stage.passed + (elapsed() - stage.from) * stage.speed;
  globalThis.setTimeout = ((task: TimerHandler, ms = 0, ...args: unknown[]) =>
    wait(task, ms / stage.speed, ...args)) as typeof wait;
  globalThis.setInterval = ((task: TimerHandler, ms = 0, ...args: unknown[]) =>
    repeat(task, ms / stage.speed, ...args)) as typeof repeat;
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
