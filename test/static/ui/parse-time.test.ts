import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../static/ui/weekly-times/parse-time';
import { timeWords } from '../../../static/ui/weekly-times/time-words';
import { knownZones, zoneNamed } from '../../../static/ui/weekly-times/known-zones';

describe('A time that is typed (H1)', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['9:05', '09:05'],
    ['09:00', '09:00'],
    ['0900', '09:00'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['17h', '17:00'],
    ['17h30', '17:30'],
    [' 9 am ', '09:00'],
    ['9:00 AM', '09:00'],
    ['9:00\u202fPM', '21:00'],
    ['12am', '00:00'],
    ['12 p.m.', '12:00'],
    ['24', '24:00'],
    ['24:00', '24:00'],
    ['２３：４５', '23:45'],
  ])('%j is %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });
  it.each(['', 'nine', '25', '24:01', '9:60', '13 pm', '0 am', '9:3', '99999', '-9', '9–17'])(
    '%j is none',
    (typed) => {
      expect(parseTime(typed)).toBeNull();
    },
  );
  it.each(['en-US', 'de-DE', 'fr-FR', 'ja-JP', 'ko-KR', 'ar-EG', 'hi-IN', 'fi-FI'])(
    'is shown in %s so that it could be typed back',
    (locale) => {
      const times = Array.from({ length: 96 }, (_, quarter) => {
        const minutes = quarter * 15;
        return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      });
      for (const time of [...times, '24:00']) expect(parseTime(timeWords(time, { locale }))).toBe(time);
    },
  );
});

describe('A time zone that is typed (H1)', () => {
  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    [' Europe/Paris ', 'Europe/Paris'],
  ])('%j is %s', (typed, zone) => {
    expect(zoneNamed(typed)).toBe(zone);
  });
  it('that is none stays as it was typed', () => {
    expect(zoneNamed('Berlin-ish')).toBe('Berlin-ish');
  });
  it('is chosen among all, those offered first', () => {
    const zones = knownZones(['America/New_York']);
    expect(zones[0]).toBe('America/New_York');
    expect(zones).toContain('UTC');
    expect(new Set(zones).size).toBe(zones.length);
  });
});
