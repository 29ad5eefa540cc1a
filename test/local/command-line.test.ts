import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../local/command-line';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** `npm start -- …args`, until it ends by itself. */
function start(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...args], { cwd: ROOT });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => (ended.out += String(chunk)));
  child.stderr.on('data', (chunk) => (ended.err += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}

describe('npm start', () => {
  it('explains its options', async () => {
    const { code, out } = await start('--help');
    expect(code).toBe(0);
    for (const option of ['--port', '--data', '--strict', '--watch', '--help']) expect(out).toContain(option);
  });

  it.each([
    [['--colour'], '--colour'],
    [['--port', 'many'], '--port must be a number'],
    [['--port', '99999'], '--port must be a number'],
    [['--port'], '--port'],
    [['extra'], 'extra'],
    [['--data='], '--data must name a folder'],
  ])('%j are a mistake, said in one sentence', (args, says) => {
    const mistake = (): unknown => readOptions(args);
    expect(mistake).toThrow(UsageError);
    expect(mistake).toThrow(says);
    expect(mistake).toThrow(/^[^\n]+\.$/);
  });

  it('with a mistake ends with that sentence alone', async () => {
    const { code, out, err } = await start('--port', 'many');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^--port must be a number[^\n]+\.\n$/);
  });

  it('with a port that is taken ends with one sentence, before it builds anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { code, err } = await start('--port', String((other.address() as AddressInfo).port));
    other.close();
    expect(code).toBe(1);
    expect(err).toMatch(/^Port \d+ is taken[^\n]*\.\n$/);
  });
});
