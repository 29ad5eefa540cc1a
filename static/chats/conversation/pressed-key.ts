import type { KeyboardEvent } from 'react';
import type { PressedKey } from './key-act';

/** What `keyAct` is to know of an event. */
export function pressedKey(event: KeyboardEvent): PressedKey {
  const { key, shiftKey, ctrlKey, metaKey, altKey, repeat, nativeEvent } = event;
  const { isComposing } = nativeEvent;
  // oxlint-disable-next-line typescript/no-deprecated -- Safari has ended the composition by then: only the old code tells.
  const { keyCode } = nativeEvent;
  return { key, shiftKey, ctrlKey, metaKey, altKey, repeat, isComposing, keyCode };
}
