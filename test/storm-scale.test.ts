import { describe, expect, it } from 'vitest';
import { stormScale } from './support/storm-scale';

describe('The size of storms', () => {
  it.each([
    ['1', 1],
    ['10', 10],
  ])('is what FRONTDESK_STORM=%s says', (text, scale) => {
    expect(stormScale(text)).toBe(scale);
  });

  it.each(['', '0', '-1', '1.5', 'ten', '1000'])(
    'cannot be "%s": nobody would know what had been tested',
    (text) => {
      expect(() => stormScale(text)).toThrow('FRONTDESK_STORM must be a whole number from 1 to 100');
    },
  );
});
