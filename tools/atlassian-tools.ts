import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand, type CommandResult } from './run-command';

/**
 * Installs Atlassian's validators and bundler (about 300 MB) into tools/atlassian, unless what is there was
 * installed from the very same lockfile. They have their own lockfile so that `npm ci && npm start` stays quick.
 */
export async function installAtlassianTools(root: string): Promise<CommandResult> {
  const folder = path.join(root, 'tools/atlassian');
  const stamp = path.join(folder, 'node_modules/.installed-from');
  const lockfile = await readFile(path.join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  const installed = await readFile(stamp, 'utf8').catch(() => '');
  if (installed === wanted) return { ok: true, output: '' };

  console.log("      installing Atlassian's tools (once for each change of their lockfile)");
  const result = await runCommand('npm', ['ci', '--no-audit', '--no-fund'], folder);
  if (result.ok) await writeFile(stamp, wanted);
  return result;
}
