/** A rule of a calendar (RFC 5545), as far as yearly repeats need it. */
export interface YearlyRule {
  interval: number;
  count: number | null;
  /** `YYYY-MM-DD`, included. */
  until: string | null;
  /** BYMONTH, BYMONTHDAY, BYDAY and whatever else it says. */
  parts: Partial<Record<string, readonly (string | number)[]>>;
}

/** The nth of a weekday in a month, from its end where negative. */
const NTH_WEEKDAY = /^([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const DAY = 24 * 60 * 60_000;

/** A rule that counts its times is followed from its beginning: none that began earlier is anybody's day off. */
const FIRST_COUNTED_YEAR = 1900;

/**
 * The dates (`YYYY-MM-DD`) of a rule within some years, from its first one on; null: it is none of the rules that name a
 * date in a month, by its number or as the nth of a weekday. A date that a year lacks, such as 29 February, is left out.
 */
export function yearlyDates(
  first: string,
  rule: YearlyRule,
  { from, to }: { from: number; to: number },
): string[] | null {
  const inYear = daysInYear(first, rule.parts);
  if (!inYear) return null;
  const { days, most } = inYear;
  const begin = Number(first.slice(0, 4));
  if (rule.count !== null && (most > 1 || begin < FIRST_COUNTED_YEAR)) return null;
  const step = Math.max(1, rule.interval);
  const skipped = rule.count === null ? Math.max(0, Math.ceil((from - begin) / step)) : 0;
  const dates: string[] = [];
  let seen = 0;
  for (let year = begin + skipped * step; year <= to; year += step) {
    for (const date of days(year)) {
      if (date < first) continue;
      seen += 1;
      if (rule.until !== null && date > rule.until) return dates;
      if (rule.count !== null && seen > rule.count) return dates;
      if (year >= from) dates.push(date);
    }
  }
  return dates;
}

interface DatesInYear {
  days(year: number): string[];
  /** In one year. */
  most: number;
}

function daysInYear(first: string, parts: YearlyRule['parts']): DatesInYear | null {
  const { BYMONTH, BYMONTHDAY, BYDAY, ...others } = parts;
  if (Object.values(others).some((part) => part !== undefined)) return null;
  // Without a month they mean every month, or a day counted through the whole year.
  if ((BYMONTHDAY || BYDAY) && !BYMONTH) return null;
  if (BYMONTHDAY && BYDAY) return null;
  const months = (BYMONTH ?? [first.slice(5, 7)]).map(Number);
  if (BYDAY) {
    const nths = BYDAY.map((each) => NTH_WEEKDAY.exec(String(each)));
    if (nths.some((nth) => nth === null)) return null;
    return {
      most: months.length * nths.length,
      days: (year) =>
        months
          .flatMap((month) =>
            nths.flatMap(
              (nth) => nthWeekday(year, month, Number(nth?.[1]), WEEKDAYS.indexOf(nth?.[2] ?? '')) ?? [],
            ),
          )
          .sort(),
    };
  }
  const numbers = (BYMONTHDAY ?? [first.slice(8, 10)]).map(Number);
  return {
    most: months.length * numbers.length,
    days: (year) =>
      months.flatMap((month) => numbers.flatMap((day) => dateIn(year, month, day) ?? [])).sort(),
  };
}

/** Negative days count from the month's end. */
function dateIn(year: number, month: number, day: number): string | null {
  const date = day < 0 ? new Date(Date.UTC(year, month, 1 + day)) : new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): string | null {
  const edge = nth > 0 ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 0);
  const toWeekday = (weekday - new Date(edge).getUTCDay() + 7) % 7;
  const days = nth > 0 ? toWeekday + (nth - 1) * 7 : ((toWeekday - 7) % 7) + (nth + 1) * 7;
  const date = new Date(edge + days * DAY);
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
