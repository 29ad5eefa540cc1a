/** Hours, then minutes if any, then whichever half of the day: "9", "9:00", "0900", "9.30", "17h30", "9 pm". */
const TIME = /^(\d{1,2})(?:\s?[:.h]\s?(\d{2})|h|(\d{2}))?\s?(?:([ap])\.?\s?m?\.?)?$/i;

/** A time that somebody typed, as `HH:MM`, up to `24:00`; null: it is none. */
export function parseTime(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const [match, typedHours = '', ...rest] = TIME.exec(text) ?? [];
  if (match === undefined) return null;
  const [minutes = '00'] = rest.slice(0, 2).filter((part) => part !== undefined);
  const half = rest[2]?.toLowerCase();
  const hours = Number(typedHours);
  if (Number(minutes) > 59) return null;
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const ofDay = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  if (ofDay > 24 || (ofDay === 24 && Number(minutes) > 0)) return null;
  return `${String(ofDay).padStart(2, '0')}:${minutes}`;
}
