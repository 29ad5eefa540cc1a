/** A growth of the wall clock's lead over the monotonic one that is sleep (or a set clock), not drift: milliseconds. */
const JUMP_MS = 2_000;

/**
 * Milliseconds on a clock that goes on while the computer sleeps, where `performance.now()` stands still on some systems.
 * A wall clock that is merely wrong changes nothing; one that is put forward ends things early, and never late. The widget
 * has the same in browser-environment.ts: shared, it would put the launcher over its limit (F9).
 */
export function createElapsed(
  monotonic: () => number = () => performance.now(),
  wall: () => number = () => Date.now(),
): () => number {
  let lead = wall() - monotonic();
  let slept = 0;
  return () => {
    const jump = wall() - monotonic() - lead;
    if (jump > JUMP_MS) slept += jump;
    lead += jump;
    return monotonic() + slept;
  };
}
