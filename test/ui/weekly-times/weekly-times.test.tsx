import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { WeeklyTimes } from '../../../src/domain/clock/schedule';
import { timesProblems } from '../../../src/domain/clock/schedule-problems';
import {
  WeeklyTimesEditor,
  type WeeklyTimesEditorProps,
} from '../../../static/ui/weekly-times/weekly-times-editor';
// Loaded with the first file: here beforehand, so that no test waits for it.
import '../../../static/ui/weekly-times/calendar/read-calendar';
import { CalendarImport } from '../../../static/ui/weekly-times/calendar-import';
import { axeViolations } from '../axe-violations';
import { button, expectNoWords, expectWords, press, renderPage } from '../render-page';

const NOW = Date.parse('2026-03-02T13:00:00Z');

const workdays = (...days: (1 | 2 | 3 | 4 | 5 | 6 | 7)[]) =>
  days.map((day) => ({ day, from: '09:00', to: '17:00' }));

/** The editor over times that it changes, as a form has it. */
function open(
  first: Partial<WeeklyTimes> = {},
  props: Partial<WeeklyTimesEditorProps> = {},
): () => WeeklyTimes {
  let latest: WeeklyTimes = { zone: 'Europe/Berlin', slots: [], daysOff: [], ...first };
  function Form() {
    const [times, setTimes] = useState(latest);
    return (
      <WeeklyTimesEditor
        problems={timesProblems(times)}
        zones={['Europe/Berlin']}
        now={NOW}
        idPrefix="mine"
        {...props}
        times={times}
        onChange={(changed) => {
          latest = changed;
          setTimes(changed);
        }}
      />
    );
  }
  renderPage(<Form />);
  return () => latest;
}

const field = (label: string): HTMLInputElement => screen.getByLabelText(label);

function type(label: string, text: string): void {
  fireEvent.focus(field(label));
  fireEvent.change(field(label), { target: { value: text } });
  fireEvent.blur(field(label));
}

async function choose(day: string, item: string): Promise<void> {
  await press(`More for ${day}`);
  fireEvent.click(screen.getByRole('menuitem', { name: item }));
}

describe('the hours of a week (H1, H3)', () => {
  it('are typed as people write times, and shown as the reader’s language does', () => {
    const times = open({ slots: workdays(1) });
    type('Monday, slot 1, from', '0830');
    type('Monday, slot 1, until', '5 pm');
    expect(times().slots).toEqual([{ day: 1, from: '08:30', to: '17:00' }]);
    expect([field('Monday, slot 1, from').value, field('Monday, slot 1, until').value]).toEqual([
      '8:30 AM',
      '5:00 PM',
    ]);
  });

  it('that are half typed are not complained of until the field is left', () => {
    const times = open({ slots: workdays(1) });
    fireEvent.focus(field('Monday, slot 1, from'));
    fireEvent.change(field('Monday, slot 1, from'), { target: { value: '10:3' } });
    expectNoWords(/^Enter two times/);
    fireEvent.blur(field('Monday, slot 1, from'));
    expectWords('Enter two times, such as 9:00 AM and 5:00 PM.');
    expect(times().slots[0]?.from).toBe('10:3');
    expect(field('Monday, slot 1, from').value).toBe('10:3');
  });

  it('are several a day, after a break; each is taken away by itself, and no focus gets lost', async () => {
    const times = open();
    await press('Add hours on Monday');
    expect(document.activeElement).toBe(field('Monday, slot 1, from'));
    type('Monday, slot 1, until', '12');
    await press('Add hours on Monday');
    expect(times().slots).toEqual([
      { day: 1, from: '09:00', to: '12:00' },
      { day: 1, from: '13:00', to: '17:00' },
    ]);
    await press('Remove Monday 9:00 AM–12:00 PM');
    expect(times().slots).toEqual([{ day: 1, from: '13:00', to: '17:00' }]);
    expect(document.activeElement).toBe(button('Add hours on Monday'));
  });

  it('say on which day they end, where that is the next one', () => {
    open({
      slots: [
        { day: 5, from: '22:00', to: '02:00' },
        { day: 7, from: '20:00', to: '24:00' },
      ],
    });
    expectWords('Ends on Saturday', 'Ends at midnight');
    expect(field('Friday, slot 1, until').getAttribute('aria-describedby')).toBe('mine-slot-0-note');
  });

  it('are all day, or as on another day, by one choice', async () => {
    const times = open({ slots: [...workdays(1, 6), { day: 3, from: '10:00', to: '11:00' }] });
    await choose('Monday', 'Copy to Monday–Friday');
    expect(times().slots.toSorted((a, b) => a.day - b.day)).toEqual(workdays(1, 2, 3, 4, 5, 6));
    await choose('Sunday', 'Set all day');
    expect(times().slots).toContainEqual({ day: 7, from: '00:00', to: '24:00' });
    expectWords('All day');
    await choose('Monday', 'Remove all hours');
    expect(times().slots.filter(({ day }) => day === 1)).toEqual([]);
    expect(within(screen.getByRole('group', { name: 'Monday' })).getByText('Off')).toBeTruthy();
  });

  it('that overlap are told at the second, with the first by name; both are marked', () => {
    open({
      slots: [
        { day: 7, from: '22:00', to: '03:00' },
        { day: 1, from: '02:00', to: '09:00' },
      ],
    });
    const second = field('Monday, slot 1, from');
    const words = document.getElementById(second.getAttribute('aria-describedby') ?? '');
    expect(words?.textContent).toBe('This overlaps with Sunday 10:00 PM–3:00 AM. Change one of them.');
    expect([second, field('Sunday, slot 1, until')].map((each) => each.getAttribute('aria-invalid'))).toEqual(
      ['true', 'true'],
    );
  });

  it('are twenty at most', () => {
    open({ slots: Array.from({ length: 21 }, () => ({ day: 1, from: '09:00', to: '10:00' })) });
    expectWords('A week can have 20 slots at most. Remove some.');
  });
});

describe('their time zone (H1)', () => {
  it('is found by its city, and says what time it is there', () => {
    const times = open();
    expectWords('Local time now: Mon 2:00 PM');
    type('Time zone', 'new york');
    expect(times().zone).toBe('America/New_York');
    expectWords('Local time now: Mon 8:00 AM');
  });

  it('that nobody knows is said at its field; the one that is offered is one press away', async () => {
    const times = open({ zone: 'Mars/Olympus' });
    const words = document.getElementById(field('Time zone').getAttribute('aria-describedby') ?? '');
    expect(words?.textContent).toBe(
      'This time zone isn’t known. Choose one from the list, such as Europe/Berlin.',
    );
    expect(field('Time zone').getAttribute('aria-invalid')).toBe('true');
    await press('Use Europe/Berlin');
    expect(times().zone).toBe('Europe/Berlin');
  });
});

describe('dates without hours (H1, H3)', () => {
  it('are one day or several, with a name or without', async () => {
    const times = open();
    await press('Add days off');
    expect(document.activeElement).toBe(field('First day'));
    type('First day', '2026-12-24');
    expect(times().daysOff).toEqual([{ from: '2026-12-24', to: '2026-12-24' }]);
    type('Last day', '2026-12-31');
    type('Name (optional)', 'Winter');
    expect(times().daysOff).toEqual([{ from: '2026-12-24', to: '2026-12-31', name: 'Winter' }]);
    type('Name (optional)', '');
    expect(times().daysOff).toEqual([{ from: '2026-12-24', to: '2026-12-31' }]);
    await press('Remove Dec 24, 2026');
    expect(times().daysOff).toEqual([]);
    expect(document.activeElement).toBe(button('Add days off'));
  });

  it.each([
    [{ from: '2026-03-05', to: '' }, 'Enter the first and the last day.'],
    [{ from: '2026-03-05', to: '2026-03-04' }, 'The last day is before the first. Change one of them.'],
    [{ from: '1999-03-05', to: '1999-03-05' }, 'Choose a year between 2000 and 2100.'],
    [
      { from: '2026-03-05', to: '2026-03-05', name: 'x'.repeat(101) },
      'Use 100 characters at most for the name.',
    ],
  ])('that cannot be: %j', (day, words) => {
    open({ daysOff: [day] });
    const first = field('First day');
    expect(document.getElementById(first.getAttribute('aria-describedby') ?? '')?.textContent).toBe(words);
    expect(first.getAttribute('aria-invalid')).toBe('true');
  });

  it('are holidays where the hours are those of business', () => {
    open({}, { daysKind: 'holidays' });
    button('Add holiday');
    expectWords('Holidays', 'No hours');
    expectNoWords('Days off', 'Off');
  });
});

describe('days off from a file (H1)', () => {
  const CALENDAR = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'SUMMARY:Easter Monday',
    'DTSTART;VALUE=DATE:20260406',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'SUMMARY:Stand-up',
    'DTSTART:20260302T090000',
    'RRULE:FREQ=WEEKLY',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

  async function take(text: string, name = 'holidays.ics'): Promise<void> {
    const input = document.querySelector('input[type=file]');
    if (!input) throw new Error('There is no field for a file.');
    fireEvent.change(input, { target: { files: [new File([text], name)] } });
    await screen.findByRole('alert');
  }

  it('are added to those there are; what can’t be is told by its name', async () => {
    const times = open({ daysOff: [{ from: '2026-05-01', to: '2026-05-01' }] });
    await take(CALENDAR);
    expect(times().daysOff).toEqual([
      { from: '2026-04-06', to: '2026-04-06', name: 'Easter Monday' },
      { from: '2026-05-01', to: '2026-05-01' },
    ]);
    expectWords(
      '1 entry added from holidays.ics. Save to keep it.',
      'Left out:',
      '“Stand-up” repeats every week. Only yearly repeats can be taken.',
    );
  });

  it.each([
    ['no calendar', 'Dear all', 'holidays.ics isn’t a calendar that Frontdesk can read. Nothing was added.'],
    [
      'too large',
      ' '.repeat(70_000),
      'holidays.ics is too large. A calendar file can have 64 KB. Nothing was added.',
    ],
  ])('are refused as a whole where the file is %s', async (_case, text, words) => {
    const times = open();
    await take(text);
    expectWords(words);
    expect(times().daysOff).toEqual([]);
  });

  it('are refused as a whole where there would be more than two hundred', async () => {
    const daysOff = Array.from({ length: 200 }, (_, index) => {
      const day = new Date(NOW + (index + 40) * 24 * 60 * 60_000).toISOString().slice(0, 10);
      return { from: day, to: day };
    });
    const changes: unknown[] = [];
    renderPage(
      <CalendarImport
        daysOff={daysOff}
        kind="daysOff"
        today="2026-03-02"
        onChange={(days) => changes.push(days)}
      />,
    );
    await take(CALENDAR);
    expectWords('holidays.ics would make 201 entries, and there can be 200. Nothing was added.');
    expect(changes).toEqual([]);
  });
});

describe('the editor of a week', () => {
  it('is named in all its parts', async () => {
    open({ slots: workdays(1, 2), daysOff: [{ from: '2026-03-05', to: '2026-03-05', name: 'Dentist' }] });
    expect(await axeViolations()).toEqual([]);
  });
});
