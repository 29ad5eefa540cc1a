/** The server shows "an agent is answering" for 8 s after a notice: this often keeps it up while somebody types. */
const AT_MOST_EVERY_MS = 5_000;

/** Passes on that somebody types, not more often than the customer can notice. */
export function createTypingNotice(
  send: () => void,
  monotonic: () => number = () => performance.now(),
): () => void {
  let lastAt = -Infinity;
  return () => {
    if (monotonic() - lastAt < AT_MOST_EVERY_MS) return;
    lastAt = monotonic();
    send();
  };
}
