import type { Clock } from './clock';
import { SCHEDULE_FIRST_RUN_MS } from './platform/limits';
import type { SiteServices } from './site-services';

const LEAP_MS = 6 * 60 * 60_000;

/** Moves the clock on; the scheduled triggers run once in six hours only, as on a platform that is late. */
export async function leapOver(
  ms: number,
  clock: Clock,
  { scheduler, background }: Pick<SiteServices, 'scheduler' | 'background'>,
): Promise<void> {
  const end = clock.now() + ms;
  while (clock.now() < end) {
    const next = Math.min(clock.now() + LEAP_MS, end);
    scheduler.stop();
    await clock.setTo(Math.max(clock.now(), next - SCHEDULE_FIRST_RUN_MS));
    scheduler.start();
    await clock.setTo(next);
    await clock.run(background.idle());
  }
}
