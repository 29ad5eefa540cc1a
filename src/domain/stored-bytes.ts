/** Bytes of a value as it is stored and sent: JSON in UTF-8. */
export function storedBytes(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = 0;
  for (let index = 0; index < text.length; index++) bytes += bytesOf(text.charCodeAt(index));
  return bytes;
}

/** As much of a text, from its beginning, as takes so many bytes; the last character may be half of one. */
export function withinBytes(text: string, most: number): string {
  if (storedBytes(text) <= most) return text;
  let [length, over] = [0, text.length];
  while (over - length > 1) {
    const middle = Math.floor((length + over) / 2);
    if (storedBytes(text.slice(0, middle)) <= most) length = middle;
    else over = middle;
  }
  return text.slice(0, length);
}

/** Two halves of a character are four bytes. */
function bytesOf(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}
