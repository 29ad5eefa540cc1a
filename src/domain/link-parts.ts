/** A piece of a text; with an address, it is to be a link. */
export interface TextPart {
  text: string;
  /** http or https, nothing else. Absent: not a link. */
  href?: string;
}

/** Up to what cannot be part of an address; nor may marks of direction, which make one look like another. */
const ADDRESS =
  /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"`{}|\\^\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069、。「」『』（）]+/giu;

/** What ends the sentence rather than the address. */
const TRAILING = new Set(`.,;:!?'*_~)]…’”»！？，：；`);

const OPENING: Partial<Record<string, string>> = { ')': '(', ']': '[' };

/**
 * Splits a text that somebody typed at the web addresses in it. Joined, the parts are the text: nothing of it is
 * changed, left out or taken for mark-up.
 */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(found);
    const href = hrefOf(address);
    if (href === null) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: address, href });
    from = index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** A bracket is part of an address that opens it, as many encyclopaedias have them. */
function withoutTrailing(address: string): string {
  const spare: Partial<Record<string, number>> = {};
  for (const character of address) spare[character] = (spare[character] ?? 0) + 1;
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    if (!TRAILING.has(last)) break;
    const opening = OPENING[last];
    if (opening !== undefined && (spare[last] ?? 0) <= (spare[opening] ?? 0)) break;
    spare[last] = (spare[last] ?? 0) - 1;
    end--;
  }
  return address.slice(0, end);
}

/** Null for what is no address after all, and for one with a name before the host, which looks like another's. */
function hrefOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { href, protocol, username, password } = new URL(address);
  if (username !== '' || password !== '') return null;
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
