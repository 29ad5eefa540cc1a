import { KEYS, type Command } from './commands';

const BY_KEYS = new Map(Object.entries(KEYS).map(([command, keys]) => [keys as string, command as Command]));

/** Keys that mean something with the one that comes next. */
const LEADERS: ReadonlySet<string> = new Set(
  [...BY_KEYS.keys()].filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0] ?? ''),
);

/** So long the first of two keys is remembered. */
const SECOND_WITHIN_MS = 1_000;

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'defaultPrevented' | 'timeStamp'
>;

/** What keys mean where nothing is typed, one by one in the order in which they are pressed; null: nothing, or nothing yet. */
export type KeyReader = (pressed: Pressed) => Command | null;

export function createKeyReader(): KeyReader {
  let first: { key: string; at: number } | null = null;
  return ({ key: pressed, ctrlKey, altKey, metaKey, isComposing, defaultPrevented, timeStamp }) => {
    const before = first !== null && timeStamp - first.at <= SECOND_WITHIN_MS ? first.key : null;
    // Whatever is pressed ends it, the same key included.
    first = null;
    if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return null;
    const key = pressed.toLowerCase();
    if (before !== null)
      return BY_KEYS.get(`${before} ${key}`) ?? (key === before ? null : alone(key, timeStamp));
    return alone(key, timeStamp);
  };

  function alone(key: string, at: number): Command | null {
    if (LEADERS.has(key)) first = { key, at };
    return BY_KEYS.get(key) ?? null;
  }
}
