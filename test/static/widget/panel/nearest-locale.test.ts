import { expect, it } from 'vitest';
import { nearestLocale } from '../../../../static/widget/panel/nearest-locale';

it.each([
  ['en-US', ['de-AT', 'en-GB', 'en-AU'], 'en-GB'],
  ['en-US', ['de-AT'], 'en-US'],
  ['de-DE', [], 'de-DE'],
])(
  'Times and numbers beside texts in %s, for somebody who reads %j, are those of %s',
  (texts, visitors, used) => {
    expect(nearestLocale(texts, visitors)).toBe(used);
  },
);
