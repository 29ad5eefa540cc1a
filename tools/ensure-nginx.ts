import { runCommand } from './run-command';

const isThere = async (root: string): Promise<boolean> => (await runCommand('nginx', ['-v'], root)).ok;

/** Is nginx there? Where it is not, the system's package is installed, which needs root. Otherwise why not, in one sentence. */
export async function ensureNginx(root: string): Promise<true | string> {
  if (await isThere(root)) return true;
  if (process.getuid?.() !== 0) return 'nginx is missing, and only root could install it.';
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'nginx'],
  ]) {
    const { ok, output } = await runCommand('apt-get', args, root);
    if (!ok) return `nginx is missing, and apt-get could not install it: ${output.split('\n').at(-1) ?? ''}`;
  }
  return (await isThere(root)) || 'nginx is missing, and cannot be started after apt-get installed it.';
}
