/** Enough to see that a text is another one, without keeping it. FNV-1a, 32 bits. */
export function fingerprint(text: string | null): string {
  let hash = 0x811c9dc5;
  for (const character of text ?? '') {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `${String(text?.length ?? -1)}:${hash.toString(36)}`;
}
