/** Minutes; null: no bound. Those that the agent's dialog offers, and longer ones for long shifts. */
const PRESETS: readonly number[] = [30, 60, 120, 240, 480, 720, 1_440];

/** The choices of an online time, with the saved one among them even where no preset has it. */
export function durationChoices(saved: number | null): number[] {
  const choices = saved === null || PRESETS.includes(saved) ? PRESETS : [...PRESETS, saved];
  return [...choices].sort((a, b) => a - b);
}

/** A default above the longest time would never be offered. */
export const isWithin = (minutes: number | null, longest: number | null): boolean =>
  minutes === null || longest === null || minutes <= longest;

/** "30 minutes", "1 hour", "24 hours", in the language of the page. */
export function durationText(minutes: number, locale: string): string {
  const [value, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(value));
}
