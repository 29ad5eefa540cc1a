/**
 * Whose online time ends last: until then customers are promised somebody (rule S13). Null: nobody is online. `endOf`:
 * epoch ms; null: no end is set, which is later than any. Of several with the same end, the first.
 */
export function lastToEnd<Online>(
  online: readonly Online[],
  endOf: (each: Online) => number | null,
): Online | null {
  let last: Online | null = null;
  let lastEnd = -Infinity;
  for (const each of online) {
    const end = endOf(each) ?? Infinity;
    if (end <= lastEnd) continue;
    last = each;
    lastEnd = end;
  }
  return last;
}
