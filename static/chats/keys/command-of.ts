import { KEYS, type Command } from './commands';

/** After that long, a second key has nothing to do with the first. */
const SECOND_KEY_MS = 1_500;

const BY_KEYS = new Map(Object.entries(KEYS).map(([command, keys]) => [keys as string, command as Command]));
const FIRST_KEYS = new Set(
  [...BY_KEYS.keys()].filter((keys) => keys.includes(' ')).map((keys) => keys.slice(0, 1)),
);

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'defaultPrevented' | 'timeStamp'
>;

/** Follows the keys that are pressed where nothing is typed; answers the command that they come to, or null. */
export function createKeyReader(): (pressed: Pressed) => Command | null {
  let first: { key: string; at: number } | null = null;
  return ({ key, ctrlKey, altKey, metaKey, isComposing, defaultPrevented, timeStamp }) => {
    const before = first;
    first = null;
    if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented || key.length !== 1) return null;
    const letter = key.toLowerCase();
    const both =
      before && timeStamp - before.at < SECOND_KEY_MS ? BY_KEYS.get(`${before.key} ${letter}`) : undefined;
    if (both) return both;
    if (FIRST_KEYS.has(letter)) first = { key: letter, at: timeStamp };
    return BY_KEYS.get(letter) ?? null;
  };
}
