import { describe, expect, test } from 'vitest';
import { dateFormat } from '../../../static/app/date-format';

describe('The form in which times are written', () => {
  const options = { timeStyle: 'short', timeZone: 'Europe/London' } as const;

  test('is made once for each language, wording and zone', () => {
    const format = dateFormat('en-GB', options);
    expect(dateFormat('en-GB', { ...options })).toBe(format);
    const others = [
      dateFormat('en-US', options),
      dateFormat('en-GB', { ...options, timeStyle: 'medium' }),
      dateFormat('en-GB', { ...options, timeZone: 'Asia/Tokyo' }),
    ];
    expect(others.map((other) => other.format(0))).toEqual(['1:00 AM', '01:00:00', '09:00']);
    expect(format.format(0)).toBe('01:00');
  });

  test('is made anew where the zone is the browser’s own, which may change', () => {
    expect(dateFormat('en-GB', { timeStyle: 'short' })).not.toBe(dateFormat('en-GB', { timeStyle: 'short' }));
  });

  test('is refused for a zone that is none, each time', () => {
    const make = () => dateFormat('en-GB', { timeZone: 'Europe/Nowhere' });
    expect(make).toThrow(RangeError);
    expect(make).toThrow(RangeError);
  });
});
