import { afterEach, describe, expect, it } from 'vitest';
import texts from '../../../../locales/en-US.json';
import { backAt } from '../../../../static/widget/panel/back-at';

const labels = texts.widget;
const NOW = Date.parse('2026-11-22T12:00:00Z');
const ownZone = process.env['TZ'];

function inZone(zone: string, nextOnlineAt: string | null): string {
  process.env['TZ'] = zone;
  return backAt(nextOnlineAt, NOW, labels, 'en-GB');
}

describe('C5: "Back at 14:00", in the visitor’s own time zone', () => {
  afterEach(() => {
    if (ownZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = ownZone;
  });

  it.each([
    ['Europe/Berlin', '2026-11-22T13:00:00Z', 'Back at 14:00'],
    ['America/New_York', '2026-11-22T13:00:00Z', 'Back at 08:00'],
    ['Europe/Berlin', '2026-11-23T08:00:00Z', 'Back on Monday at 09:00'],
    ['Asia/Tokyo', '2026-11-22T15:30:00Z', 'Back on Monday at 00:30'],
    ['Europe/Berlin', '2026-11-29T08:00:00Z', 'Back on 29 November at 09:00'],
  ])('in %s for %s: %s', (zone, nextOnlineAt, words) => {
    expect(inZone(zone, nextOnlineAt)).toBe(words);
  });

  it.each([
    ['nothing is known', null],
    ['it is over', '2026-11-22T11:59:59Z'],
    ['it is no time', 'soon'],
  ])('says nothing when %s', (_name, nextOnlineAt) => {
    expect(inZone('Europe/Berlin', nextOnlineAt)).toBe('');
  });
});
