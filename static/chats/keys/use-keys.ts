import { useEffect } from 'react';
import { createKeyReader } from './command-of';
import type { Commands } from './commands';
import { keysPreference } from './keys-preference';

/** Where keys are typed, or mean something of their own. */
const TAKEN =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"], dialog';

/** Listens for the keys of the inbox for as long as it is looked at. */
export function useKeys(commands: Commands, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const preference = keysPreference();
    const read = createKeyReader();
    function onKeyDown(event: KeyboardEvent): void {
      if (event.target instanceof Element && event.target.closest(TAKEN)) return;
      const command = read(event);
      // The list of keys, and with it the way to turn them on again, is always there.
      if (command === null || (!preference.isOn() && command !== 'help')) return;
      if (commands.run(command)) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands, active]);
}
