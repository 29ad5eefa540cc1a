/** What of a key press decides. */
export interface PressedKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  keyCode: number;
}

/**
 * What a key does in a field that something is written in (rule D3): send; nothing at all, as a key that is held; or, null,
 * what it does in every field. Never while an input method composes: Safari has ended that by then, and only the old code
 * tells. With Ctrl or ⌘, Enter always sends.
 */
export function keyAct(pressed: PressedKey, enterSends: boolean): 'send' | 'nothing' | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey, repeat, isComposing, keyCode } = pressed;
  if (key !== 'Enter' || isComposing || keyCode === 229 || altKey) return null;
  const sends = ctrlKey || metaKey || (enterSends && !shiftKey);
  if (!sends) return null;
  return repeat ? 'nothing' : 'send';
}
