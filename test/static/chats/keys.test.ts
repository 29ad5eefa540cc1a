import { describe, expect, it } from 'vitest';
import { createKeyReader } from '../../../static/chats/keys/command-of';
import { createCommands } from '../../../static/chats/keys/commands';

/** What the last of these keys means, pressed one after the other, each so many milliseconds after the one before. */
const commandOf = (keys: string[], after = 0, others: Partial<KeyboardEvent> = {}) => {
  const read = createKeyReader();
  return keys.map((key, index) => read(pressed(key, { timeStamp: index * after, ...others }))).at(-1);
};

const pressed = (key: string, others: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
  timeStamp: 0,
  ...others,
});

describe('D2: a key of the inbox', () => {
  it.each([
    ['j', 'next'],
    ['K', 'previous'],
    ['r', 'reply'],
    ['n', 'note'],
    ['e', 'resolve'],
    ['z', 'undo'],
    ['/', 'search'],
    ['?', 'help'],
    ['x', null],
    ['Enter', null],
  ])('%s is %s', (key, command) => {
    expect(commandOf([key])).toBe(command);
  });

  it.each([
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { isComposing: true },
    { defaultPrevented: true },
  ])('is none with %o', (others) => {
    expect(commandOf(['r'], 0, others)).toBeNull();
    expect(commandOf(['g', 'o'], 0, others)).toBeNull();
  });
});

describe('D10: one key after the other', () => {
  it.each([
    [['g', 'o'], 0, 'status'],
    [['G', 'O'], 1_000, 'status'],
    [['g'], 0, null],
    [['o'], 0, null],
    // Later they have nothing to do with each other.
    [['g', 'o'], 1_001, null],
    // The same key again, or another one, ends it; that one means what it always does.
    [['g', 'g', 'o'], 0, null],
    [['g', 'x', 'o'], 0, null],
    [['g', 'r'], 0, 'reply'],
    [['g', 'r', 'o'], 0, null],
    [['g', 'g', 'g', 'o'], 0, 'status'],
  ] as const)('%o, each %s ms after the one before, is %s', (keys, after, command) => {
    expect(commandOf([...keys], after)).toBe(command);
  });

  it('is ended by what is pressed with Ctrl, which the browser means', () => {
    const read = createKeyReader();
    const pressedInTurn = [pressed('g'), pressed('c', { ctrlKey: true }), pressed('o')];
    expect(pressedInTurn.map(read)).toEqual([null, null, null]);
  });
});

describe('a command', () => {
  it('is carried out by whoever said last that they can, as long as they can', () => {
    const commands = createCommands();
    const done: string[] = [];
    expect(commands.run('reply')).toBe(false);
    const takeBack = commands.on('reply', () => done.push('before'));
    const takeBackLast = commands.on('reply', () => done.push('last'));
    expect(commands.run('reply')).toBe(true);
    takeBackLast();
    commands.run('reply');
    takeBack();
    expect(commands.run('reply')).toBe(false);
    expect(done).toEqual(['last', 'before']);
  });
});
