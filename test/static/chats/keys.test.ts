import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../static/chats/keys/command-of';
import { createCommands } from '../../../static/chats/keys/commands';

const pressed = (key: string, others: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
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
    expect(commandOf(pressed(key))).toBe(command);
  });

  it.each([
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { isComposing: true },
    { defaultPrevented: true },
  ])('is none with %o', (others) => {
    expect(commandOf(pressed('r', others))).toBeNull();
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
