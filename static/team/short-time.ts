import type { TimeStyle } from '../app/format-time';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** "45 sec", "1 min 10 sec", "2 hr 5 min": how long something took, to the second where that matters. */
export function shortTime(ms: number, { locale }: TimeStyle): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  const from = first === -1 ? UNITS.length - 1 : first;
  let left = seconds;
  return UNITS.slice(from, from + 2)
    .map(([unit, size]) => {
      const amount = Math.floor(left / size);
      left -= amount * size;
      return { unit, amount };
    })
    .filter(({ amount }, index) => index === 0 || amount > 0)
    .map(({ unit, amount }) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
    )
    .join(' ');
}
