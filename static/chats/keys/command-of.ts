import { KEYS, type Command } from './commands';

const BY_KEY = new Map(Object.entries(KEYS).map(([command, key]) => [key as string, command as Command]));

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'defaultPrevented'
>;

/** What a key means where nothing is typed; null: nothing. */
export function commandOf(pressed: Pressed): Command | null {
  const { key, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = pressed;
  if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return null;
  return BY_KEY.get(key.toLowerCase()) ?? null;
}
