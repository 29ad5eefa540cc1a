/** Forge counts an installation's invocations in windows of so many seconds, and stops it at the limit. */
const WINDOW_S = 60;

/** Shares of the limit: what may be used by the window's end before chats slow down, and at its start. */
const EVENLY = 0.7;
const AT_ONCE = 0.03;

/** How much slower per share of the limit beyond that, and at most. */
const STEEPNESS = 60;
const SLOWEST = 8;

/**
 * By what factor to ask less often than usual: 1 while the installation uses its invocations evenly, more the further
 * it is ahead of that. Every answer of a web trigger says how many are left (`X-Ratelimit-*`). So chats are quick where
 * there is room, and where there is not they wait before Forge refuses everybody (figure F7).
 */
export function slowdownOf(headers: Pick<Headers, 'get'>): number {
  const said = (name: string): number => Number(headers.get(`x-ratelimit-${name}`) ?? NaN);
  const used = 1 - said('remaining') / said('limit');
  const left = said('reset');
  // In another unit than seconds it says nothing: then as if all of the window had passed.
  const passed = left >= 0 && left <= WINDOW_S ? 1 - left / WINDOW_S : 1;
  const ahead = used - AT_ONCE - EVENLY * passed;
  return ahead > 0 ? Math.min(1 + STEEPNESS * ahead, SLOWEST) : 1;
}
