import type { Clock } from '../ports';
import { systemRandom } from './system';

/** Attempts of one call that may be repeated, and the pauses between them (full jitter), milliseconds. */
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 60;

/** Repeats a call that has no effect, or the same one each time, while it fails in a way that may pass. */
export async function retrying<T>(
  clock: Clock,
  call: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayPass(error)) throw error;
      await clock.sleep(systemRandom.fraction() * FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
}
