import fc from 'fast-check';
import { anyCalendarYear, YEAR_DAYS, ZONES } from '../domain/clock/any-calendar';
import { compareYear, type Compared } from '../domain/clock/calendar-year';
import type { BenchLine } from './bench-line';

/** Apia leaves out a day; Brazil, Morocco and North Korea change their minds; and what is the present. */
const BEGINNINGS = ['2010-12-01T07:31:00Z', '2018-01-10T16:02:00Z', '2026-02-14T22:45:00Z'].map((text) =>
  Date.parse(text),
);
/** Another zone's clock is the desk's: hours in one, schedules in another. */
const HOURS_ZONE_AFTER = 11;
const CONTROLS = 50;

/** Which of how many equal parts of the zones, from 1 on. */
export interface Part {
  part: number;
  of: number;
}

/** R15: a year of so many random calendars in each zone, against another library's. */
export function calendarYears(schedules: number, { part, of }: Part): BenchLine[] {
  const years = fc.sample(anyCalendarYear, { numRuns: schedules, seed: 15 });
  const sum: Compared = { spans: 0, edges: 0, looks: 0, answers: 0, differences: [] };
  const started = Date.now();
  const zones = ZONES.filter((_, index) => index % of === part - 1);
  for (const zone of zones) {
    const hoursZone = ZONES[(ZONES.indexOf(zone) + HOURS_ZONE_AFTER) % ZONES.length] ?? zone;
    for (const [first, beginning] of BEGINNINGS.entries()) {
      for (const year of years.filter((_, index) => index % BEGINNINGS.length === first)) {
        const { differences, spans, edges, looks, answers } = compareYear(
          year,
          { zone, hoursZone },
          beginning,
        );
        sum.spans += spans;
        sum.edges += edges;
        sum.looks += looks;
        sum.answers += answers;
        sum.differences.push(...differences);
      }
    }
    process.stderr.write(`  ${zone}: ${sum.differences.length} differences, ${seconds(started)} s\n`);
  }
  for (const difference of sum.differences.slice(0, 5)) process.stderr.write(`  ${difference}\n`);
  // A clock that is never put forward: whoever cannot tell it from Berlin's compares nothing.
  const wrong = { zone: 'Europe/Berlin', hoursZone: 'Europe/Berlin', toldZone: '+01:00' };
  const found = years
    .slice(0, CONTROLS)
    .filter((year) => compareYear(year, wrong, BEGINNINGS[0] ?? 0).differences.length > 0).length;
  const count = (number: number): string => number.toLocaleString('en-US');
  const parts = of > 1 ? `, part ${part} of ${of}` : '';
  return [
    {
      id: 'R15',
      what: `${count(schedules)} calendars × ${YEAR_DAYS} days × ${zones.length} zones${parts}: differences`,
      measured: `${sum.differences.length} in ${count(sum.spans)} spans, ${count(sum.edges)} changes, ${count(sum.looks)} promises, ${count(sum.answers)} answers (${seconds(started)} s)`,
      bound: '0',
      ok: sum.differences.length === 0 && sum.spans > 0 && sum.answers > 0,
    },
    {
      id: 'R15',
      what: `the control, ${CONTROLS} of them in a Berlin without summer time: years that differ`,
      measured: `${found}`,
      bound: '> 0',
      ok: found > 0,
    },
  ];
}

const seconds = (started: number): string => ((Date.now() - started) / 1_000).toFixed(0);
