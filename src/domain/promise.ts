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

/** The first of those online, so many at most; whose time ends last among them, in place of the last one. */
export function firstAndLastToEnd<Online>(
  online: readonly Online[],
  most: number,
  endOf: (each: Online) => number | null,
): Online[] {
  const first = online.slice(0, most);
  const last = lastToEnd(online, endOf);
  return last === null || first.includes(last) ? first : [...first.slice(0, -1), last];
}
