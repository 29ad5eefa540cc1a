import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLineTimes } from '../../../../static/widget/panel/line-times';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const ownZone = process.env['TZ'];

describe('When something was said', () => {
  beforeEach(() => {
    process.env['TZ'] = 'Europe/Berlin';
  });
  afterEach(() => {
    if (ownZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = ownZone;
  });

  it('is told in the visitor’s own zone and language', () => {
    expect(createLineTimes('de-DE').time('2026-11-22T12:34:00Z')).toBe('13:34');
    expect(createLineTimes('en-US').time('2026-11-22T12:34:00Z')).toMatch(/^1:34\sPM$/);
  });

  it('with the day where it changes, and before the first line unless it is today', () => {
    const { day } = createLineTimes('en-GB');
    expect(day('2026-11-22T08:00:00Z', undefined, NOW)).toBe('');
    expect(day('2026-11-21T08:00:00Z', undefined, NOW)).toMatch(/^Saturday,? 21 November$/);
    expect(day('2026-11-21T22:59:00Z', '2026-11-21T22:58:00Z', NOW)).toBe('');
    // Past midnight in Berlin, not yet in UTC.
    expect(day('2026-11-21T23:01:00Z', '2026-11-21T22:59:00Z', NOW)).toMatch(/^Sunday,? 22 November$/);
  });

  it('also while the server’s time is not known', () => {
    expect(createLineTimes('en-GB').day('2026-11-21T08:00:00Z', undefined, Number.NaN)).toBe('');
  });
});
