/**
 * Characters of a text as Frontdesk's limits count them: code points, not UTF-16 units, of which an emoji has two. The
 * pages that say how much room is left, and the server that refuses what is longer, count by this alone.
 */
export function characterCount(text: string): number {
  let count = 0;
  for (const _character of text) count++;
  return count;
}
