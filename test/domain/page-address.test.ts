import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../src/domain/page-address';

describe('the address of a visitor’s page', () => {
  it.each([
    ['https://shop.test/reset?token=SECRET&user=5', 'https://shop.test/reset'],
    ['https://shop.test/#access_token=SECRET', 'https://shop.test/'],
    ['https://shop.test/a#b?SECRET', 'https://shop.test/a'],
    ['https://shop.test?SECRET', 'https://shop.test'],
    ['https://shop.test/a?\nSECRET', 'https://shop.test/a'],
    ['https://nora:SECRET@shop.test/a', 'https://shop.test/a'],
    ['HTTPS:\\\\nora:SECRET@shop.test\\a', 'HTTPS:\\\\shop.test\\a'],
    ['https://shop.test/@nora', 'https://shop.test/@nora'],
    ['https://shop.test/orders/7', 'https://shop.test/orders/7'],
    ['?SECRET', ''],
  ])('is origin and path only (C11): %s', (said, kept) => {
    expect(pageAddress(said)).toBe(kept);
  });

  it('has nothing of a query or fragment, whatever is sent, and says the same again of itself (C11)', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const { origin, pathname } = new URL(url);
        const kept = pageAddress(url);
        expect(kept).not.toMatch(/[?#]/);
        expect(pageAddress(kept)).toBe(kept);
        expect(new URL(kept).href).toBe(new URL(origin + pathname).href);
      }),
    );
  });
});
