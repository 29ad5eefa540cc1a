import { spawn } from 'node:child_process';

export interface CommandResult {
  ok: boolean;
  /** stdout and stderr as they came, mixed. */
  output: string;
}

/** Runs a program to its end without a shell. A program that cannot be started is a failed result, not a throw. */
export function runCommand(command: string, args: string[], cwd: string): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    const collect = (chunk: Buffer): void => void chunks.push(chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) =>
      resolve({ ok: false, output: `${command} cannot be started: ${error.message}` }),
    );
    child.on('close', (code) => resolve({ ok: code === 0, output: chunks.join('').trim() }));
  });
}
