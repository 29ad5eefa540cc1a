import { expect, test } from 'vitest';
import { keyAct, type PressedKey } from '../../../../static/chats/conversation/key-act';

const ENTER: PressedKey = {
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  keyCode: 13,
};

test.each<
  [
    string,
    Partial<PressedKey>,
    enterSends: ReturnType<typeof keyAct>,
    enterDoesNot: ReturnType<typeof keyAct>,
  ]
>([
  ['Enter', {}, 'send', null],
  ['Shift+Enter', { shiftKey: true }, null, null],
  ['Ctrl+Enter', { ctrlKey: true }, 'send', 'send'],
  ['⌘+Enter', { metaKey: true }, 'send', 'send'],
  ['Ctrl+Shift+Enter', { ctrlKey: true, shiftKey: true }, 'send', 'send'],
  ['Alt+Enter', { altKey: true }, null, null],
  ['Enter that is held', { repeat: true }, 'nothing', null],
  ['Ctrl+Enter that is held', { ctrlKey: true, repeat: true }, 'nothing', 'nothing'],
  ['Enter that ends a composition', { isComposing: true, keyCode: 229 }, null, null],
  ['the same in Safari', { keyCode: 229 }, null, null],
  ['Ctrl+Enter within a composition', { ctrlKey: true, isComposing: true }, null, null],
  ['another key', { key: 'a', ctrlKey: true }, null, null],
])('D3: what %s does', (_, pressed, enterSends, enterDoesNot) => {
  expect(keyAct({ ...ENTER, ...pressed }, true)).toBe(enterSends);
  expect(keyAct({ ...ENTER, ...pressed }, false)).toBe(enterDoesNot);
});
