import type { Challenge, StartedBody } from '../../../src/contract/conversation';
import { failureOf, type Opening } from '../conversation/conversation-client';
import { findWork } from './find-work';

/** How often a browser works for one start: the minute may pass meanwhile, and its work be too old. */
const WORKS = 3;

/** Works for a start until the server takes it, and gives up with its last refusal. */
export async function startByWork(
  widgetId: string,
  challenge: Challenge,
  opening: Opening,
  start: (opening: Opening) => Promise<StartedBody>,
  goesOn: (elapsed: number) => boolean,
): Promise<StartedBody> {
  let asked: Challenge | undefined = challenge;
  let refusal: unknown = { error: 'rate-limited', retryAfter: 0 };
  for (let works = 0; asked && works < WORKS; works++) {
    const work = await findWork(asked, { ...opening, widgetId }, { now: () => performance.now(), goesOn });
    goesOn(0);
    if (work === null) break;
    try {
      return await start({ ...opening, work });
    } catch (thrown) {
      refusal = thrown;
      asked = failureOf(thrown).challenge;
    }
  }
  throw refusal;
}
