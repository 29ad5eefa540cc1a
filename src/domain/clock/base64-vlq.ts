/** Numbers as text that JSON leaves alone: Base64 VLQ without a sign, five bits a character, the lowest first. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By character code, 0 for what is no digit: polls decode hundreds. */
const VALUES_AND_ONE = Uint8Array.from(
  { length: 128 },
  (_, code) => ALPHABET.indexOf(String.fromCharCode(code)) + 1,
);
const MORE = 32;

/** Whole numbers from 0 to 2⁵³ − 1. */
export function encodeVlq(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let rest = number;
    do {
      const digit = rest % MORE;
      rest = Math.floor(rest / MORE);
      text += ALPHABET[rest > 0 ? digit + MORE : digit] ?? '';
    } while (rest > 0);
  }
  return text;
}

/** Null for what is not of this form. */
export function decodeVlq(text: string): number[] | null {
  const numbers: number[] = [];
  let number = 0;
  let weight = 1;
  for (let index = 0; index < text.length; index++) {
    const value = (VALUES_AND_ONE[text.charCodeAt(index)] ?? 0) - 1;
    if (value < 0) return null;
    number += (value % MORE) * weight;
    if (!Number.isSafeInteger(number)) return null;
    if (value >= MORE) weight *= MORE;
    else {
      numbers.push(number);
      number = 0;
      weight = 1;
    }
  }
  return weight === 1 ? numbers : null;
}
