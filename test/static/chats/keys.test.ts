import { describe, expect, it } from 'vitest';
import { createKeyReader } from '../../../static/chats/keys/command-of';
import { createCommands } from '../../../static/chats/keys/commands';

const pressed = (key: string, others: Partial<KeyboardEvent> = {}, timeStamp = 0) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...others,
  timeStamp,
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
    expect(createKeyReader()(pressed(key))).toBe(command);
  });

  it.each([
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { isComposing: true },
    { defaultPrevented: true },
  ])('is none with %o', (others) => {
    expect(createKeyReader()(pressed('r', others))).toBeNull();
  });

  it('G, then O, is one; not with another key or a pause between them', () => {
    const read = createKeyReader();
    expect([read(pressed('g')), read(pressed('o', {}, 500))]).toEqual([null, 'status']);
    expect([read(pressed('g')), read(pressed('j')), read(pressed('o'))]).toEqual([null, 'next', null]);
    expect([read(pressed('g')), read(pressed('o', {}, 2_000))]).toEqual([null, null]);
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
