/** Numbers as text that JSON leaves alone: Base64 VLQ without a sign, five bits a character, the lowest first. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));
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
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return null;
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
