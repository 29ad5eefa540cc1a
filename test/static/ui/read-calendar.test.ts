import { describe, expect, it } from 'vitest';
import { CALENDAR_BYTES, readCalendar } from '../../../static/ui/weekly-times/calendar/read-calendar';
import { mergedDays } from '../../../static/ui/weekly-times/merged-days';

const TODAY = '2026-03-02';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const calendar = (...events: string[][]): Uint8Array =>
  bytes(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Someone//Calendar//EN',
      ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

const event = (name: string, ...lines: string[]): string[] => [`UID:${name}`, `SUMMARY:${name}`, ...lines];

const read = (...lines: string[]) => readCalendar(calendar(event('Day', ...lines)), TODAY);

const taken = (...days: [from: string, to?: string][]) => ({
  ok: true,
  days: days.map(([from, to = from]) => ({ from, to, name: 'Day' })),
  leftOut: [],
});

describe('Days off in a calendar file (H1)', () => {
  it.each<[string, string[], [string, string?][]]>([
    ['a day', ['DTSTART;VALUE=DATE:20260406', 'DTEND;VALUE=DATE:20260407'], [['2026-04-06']]],
    ['a day without an end', ['DTSTART;VALUE=DATE:20260406'], [['2026-04-06']]],
    [
      'days in a row, the end excluded',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270102'],
      [['2026-12-24', '2027-01-01']],
    ],
    ['as long as it lasts', ['DTSTART;VALUE=DATE:20260406', 'DURATION:P3D'], [['2026-04-06', '2026-04-08']]],
    [
      'midnight to midnight where people are',
      ['DTSTART:20260406T000000', 'DTEND:20260408T000000'],
      [['2026-04-06', '2026-04-07']],
    ],
    [
      'in a zone',
      ['DTSTART;TZID=Europe/Berlin:20260406T000000', 'DTEND;TZID=Europe/Berlin:20260407T000000'],
      [['2026-04-06']],
    ],
    [
      'that began and is not over',
      ['DTSTART;VALUE=DATE:20260225', 'DTEND;VALUE=DATE:20260303'],
      [['2026-02-25', '2026-03-02']],
    ],
    [
      'every year, for this one and two more',
      ['DTSTART;VALUE=DATE:20190501', 'RRULE:FREQ=YEARLY'],
      [['2026-05-01'], ['2027-05-01'], ['2028-05-01']],
    ],
    [
      'every year, what is over of this one left out',
      ['DTSTART;VALUE=DATE:20190101', 'RRULE:FREQ=YEARLY'],
      [['2027-01-01'], ['2028-01-01']],
    ],
    [
      'the leap day, in years that have one',
      ['DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY'],
      [['2028-02-29']],
    ],
    [
      'the fourth Thursday of November',
      ['DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
      [['2026-11-26'], ['2027-11-25'], ['2028-11-23']],
    ],
    [
      'the last Monday of May',
      ['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
      [['2026-05-25'], ['2027-05-31'], ['2028-05-29']],
    ],
    [
      'a date that its rule names',
      ['DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3,-1'],
      [['2026-10-03'], ['2026-10-31'], ['2027-10-03'], ['2027-10-31'], ['2028-10-03'], ['2028-10-31']],
    ],
    [
      'until its last time',
      ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY;UNTIL=20270501'],
      [['2026-05-01'], ['2027-05-01']],
    ],
    ['so many times', ['DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY;COUNT=2'], [['2026-05-01']]],
    [
      'every other year',
      ['DTSTART;VALUE=DATE:20240501', 'RRULE:FREQ=YEARLY;INTERVAL=2'],
      [['2026-05-01'], ['2028-05-01']],
    ],
    [
      'without the times that are excepted',
      ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270501'],
      [['2026-05-01'], ['2028-05-01']],
    ],
  ])('are taken: %s', (_case, lines, days) => {
    expect(read(...lines)).toEqual(taken(...days));
  });

  it.each<[string, string[], string]>([
    ['every week', ['DTSTART;VALUE=DATE:20260406', 'RRULE:FREQ=WEEKLY'], 'weekly'],
    ['every month', ['DTSTART;VALUE=DATE:20260406', 'RRULE:FREQ=MONTHLY'], 'monthly'],
    ['every day', ['DTSTART;VALUE=DATE:20260406', 'RRULE:FREQ=DAILY'], 'daily'],
    ['every hour', ['DTSTART;VALUE=DATE:20260406', 'RRULE:FREQ=HOURLY'], 'repeats'],
    ['every Monday of the year', ['DTSTART;VALUE=DATE:20260406', 'RRULE:FREQ=YEARLY;BYDAY=MO'], 'repeats'],
    ['by the week’s number', ['DTSTART;VALUE=DATE:20260406', 'RRULE:FREQ=YEARLY;BYWEEKNO=20'], 'repeats'],
    ['a 13th of every month', ['DTSTART;VALUE=DATE:20260413', 'RRULE:FREQ=YEARLY;BYMONTHDAY=13'], 'repeats'],
    ['with dates of its own', ['DTSTART;VALUE=DATE:20260406', 'RDATE;VALUE=DATE:20260506'], 'repeats'],
    ['with times', ['DTSTART:20260406T090000', 'DTEND:20260406T100000'], 'timed'],
    ['a moment', ['DTSTART:20260406T000000'], 'timed'],
    [
      'midnight in UTC, which is no midnight here',
      ['DTSTART:20260406T000000Z', 'DTEND:20260407T000000Z'],
      'timed',
    ],
    ['over', ['DTSTART;VALUE=DATE:20260301'], 'past'],
    [
      'a date that no year has',
      ['DTSTART;VALUE=DATE:20200230', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
      'past',
    ],
    ['canceled', ['DTSTART;VALUE=DATE:20260406', 'STATUS:CANCELLED'], 'cancelled'],
    ['without a date', [], 'unreadable'],
    ['ending before it begins', ['DTSTART;VALUE=DATE:20260406', 'DTEND;VALUE=DATE:20260401'], 'unreadable'],
  ])('are left out by name: %s', (_case, lines, why) => {
    expect(read(...lines)).toEqual({ ok: true, days: [], leftOut: [{ name: 'Day', why }] });
  });

  it('that was moved in one year is taken where it was moved to', () => {
    const moved = [
      event('Founders', 'DTSTART;VALUE=DATE:20200505', 'RRULE:FREQ=YEARLY'),
      event('Founders', 'RECURRENCE-ID;VALUE=DATE:20270505', 'DTSTART;VALUE=DATE:20270507'),
    ];
    const answer = readCalendar(calendar(...moved), TODAY);
    expect(answer.ok && answer.days.map(({ from }) => from)).toEqual([
      '2026-05-05',
      '2027-05-07',
      '2028-05-05',
    ]);
  });

  it('are named by one line of plain text, whatever it says', () => {
    const summary = 'SUMMARY:<script>alert(1)</script>\\n\u202eEaster';
    const answer = readCalendar(calendar(['UID:1', summary, 'DTSTART;VALUE=DATE:20260406']), TODAY);
    expect(answer).toEqual({
      ok: true,
      days: [{ from: '2026-04-06', to: '2026-04-06', name: '<script>alert(1)</script> Easter' }],
      leftOut: [],
    });
    const long = readCalendar(calendar(event('x'.repeat(300), 'DTSTART;VALUE=DATE:20260406')), TODAY);
    expect(long.ok && long.days[0]?.name?.length).toBe(100);
  });

  it('are what can be taken, beside what can’t', () => {
    const answer = readCalendar(
      calendar(
        event('Labour Day', 'DTSTART;VALUE=DATE:20260501'),
        event('Stand-up', 'DTSTART:20260302T090000', 'RRULE:FREQ=WEEKLY'),
        event('Easter Monday', 'DTSTART;VALUE=DATE:20260406'),
      ),
      TODAY,
    );
    expect(answer).toEqual({
      ok: true,
      days: [
        { from: '2026-04-06', to: '2026-04-06', name: 'Easter Monday' },
        { from: '2026-05-01', to: '2026-05-01', name: 'Labour Day' },
      ],
      leftOut: [{ name: 'Stand-up', why: 'weekly' }],
    });
  });

  it.each([
    ['nothing', ''],
    ['prose', 'Dear all, the office is closed on Monday.'],
    ['a page', '<!doctype html><title>Calendar</title>'],
    ['half of one', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x'],
    ['a business card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\r\nEND:VCARD\r\n'],
    ['an event alone', 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260406\r\nEND:VEVENT\r\n'],
    ['zeros', '\0'.repeat(100)],
  ])('are in no file that is no calendar: %s', (_case, text) => {
    expect(readCalendar(bytes(text), TODAY)).toEqual({ ok: false, problem: 'no-calendar' });
  });

  it('are not looked for in a file of ten thousand events, nor in any over 64 KB', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      event(`Event ${String(index)}`, 'DTSTART;VALUE=DATE:20260406'),
    );
    expect(readCalendar(calendar(...many), TODAY)).toEqual({ ok: false, problem: 'too-large' });
    expect(readCalendar(new Uint8Array(CALENDAR_BYTES + 1), TODAY)).toEqual({
      ok: false,
      problem: 'too-large',
    });
  });

  it('are read at once, also from a file as large as may be whose every rule began long ago', () => {
    const rule = [
      'DTSTART;VALUE=DATE:00010101',
      'RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=1MO,2MO,3MO',
    ];
    const lines: string[][] = [];
    while (calendar(...lines, rule).byteLength <= CALENDAR_BYTES)
      lines.push(...Array.from({ length: 20 }, () => rule));
    const began = performance.now();
    const answer = readCalendar(calendar(...lines.slice(0, -20)), TODAY);
    expect(answer.ok && answer.days.length).toBeGreaterThan(100);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('that are there already are not added again', () => {
    const there = [{ from: '2026-05-01', to: '2026-05-01', name: 'Holiday' }];
    const more = [
      { from: '2026-04-06', to: '2026-04-06' },
      { from: '2026-05-01', to: '2026-05-01', name: 'Labour Day' },
    ];
    expect(mergedDays(there, more)).toEqual([more[0], there[0]]);
    expect(mergedDays(there, there)).toEqual(there);
  });
});
