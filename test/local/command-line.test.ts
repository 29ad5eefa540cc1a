import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

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

const ONE_SENTENCE = /^[^\n]+\.\n$/;

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
  ])('with %j ends with one sentence', async (args, says) => {
    const { code, out, err } = await start(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(says);
    expect(err).toMatch(ONE_SENTENCE);
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
