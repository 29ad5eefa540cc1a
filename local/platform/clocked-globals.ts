import type { Clock } from '../clock';
import type { Timer } from '../timer-queue';
import { suspendInvocation } from './forge-globals';
import type { FunctionGlobals } from './function-bundle';
import type { LogLevel } from './log';

/** `Date` on a clock. Its instances are ordinary dates, so that `instanceof` holds on both sides. */
function clockedDate(clock: Clock): DateConstructor {
  function SiteDate(this: unknown, ...args: unknown[]): Date | string {
    if (!new.target) return new Date(clock.now()).toString();
    const isOwn = new.target === (SiteDate as unknown);
    // Nearly all dates are made of one number, and `construct` is slow.
    if (isOwn && args.length === 1) return new Date(args[0] as number | string | Date);
    const target = isOwn ? Date : new.target;
    return Reflect.construct(Date, args.length === 0 ? [clock.now()] : args, target) as Date;
  }
  SiteDate.prototype = Date.prototype;
  return Object.assign(SiteDate as unknown as DateConstructor, {
    // Whole milliseconds, as everywhere; a manual clock may stand between two.
    now: () => Math.floor(clock.now()),
    parse: (text: string) => Date.parse(text),
    UTC: Date.UTC,
  });
}

/** What a function gets for a timer it sets. Every poll sets one: a WeakMap from timers would be a fifth of its cost. */
class FunctionTimer {
  constructor(
    readonly timer: Timer,
    /** The invocation that waits for it. */
    readonly waiting: { end(): void } | undefined,
  ) {}
}

/** The globals that put a function on the site's clock and its printing into the site's log. */
export function clockedGlobals(
  clock: Clock,
  log: (level: LogLevel, args: unknown[]) => void,
): FunctionGlobals {
  const print =
    (level: LogLevel) =>
    (...args: unknown[]) =>
      log(level, args);
  return {
    Date: clockedDate(clock),
    setTimeout(task, ms = 0, ...args) {
      const waiting = suspendInvocation();
      const timer = clock.setTimeout(
        () => (waiting ? waiting.resume(() => task(...args)) : task(...args)),
        ms,
      );
      return new FunctionTimer(timer, waiting);
    },
    clearTimeout(timer) {
      // Anything may be passed here, as to the real one.
      if (!(timer instanceof FunctionTimer)) return;
      clock.clearTimeout(timer.timer);
      timer.waiting?.end();
    },
    console: {
      debug: print('debug'),
      log: print('info'),
      info: print('info'),
      warn: print('warn'),
      error: print('error'),
      trace: print('debug'),
    },
  };
}
