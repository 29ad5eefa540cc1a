/** Enough to see that a text is another one, without keeping it. */
export const fingerprint = (text: string | null): string =>
  `${String(text?.length ?? -1)}:${hashOf(text ?? '').toString(36)}`;

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
