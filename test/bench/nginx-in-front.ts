import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../../tools/run-command';

const root = path.resolve(import.meta.dirname, '../..');
const RECIPE = path.join(root, 'docs/cache-in-front.md');

export interface CacheInFront {
  /** As the script of an embed code would name it, without `/v1/widget.js`. */
  url: string;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The recipe as it is documented, with another address and another folder, and no more around it than nginx needs. */
async function configOf(folder: string, port: number, triggerUrl: string): Promise<string> {
  const blocks = (await readFile(RECIPE, 'utf8')).matchAll(/```nginx\n([^]*?)```/g);
  const [http = '', server = ''] = [...blocks].map(([, block = '']) =>
    block
      .replace('/var/cache/nginx/frontdesk', path.join(folder, 'cache'))
      .replace('https://YOUR-TRIGGER.webtrigger.atlassian.app/public/YOUR-ID', triggerUrl),
  );
  if (!http.includes(folder) || !server.includes(triggerUrl)) {
    throw new Error('docs/cache-in-front.md has no recipe in which a folder and an address can be put.');
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${path.join(folder, name)};`)
    .join('\n');
  // One process, as its own user: also where nobody may change that.
  return `daemon off; master_process off; pid ${path.join(folder, 'pid')}; error_log stderr warn;
events { worker_connections 4096; }
http {
access_log off; keepalive_requests 1000000;
${temporary}
${http}
server {
listen 127.0.0.1:${String(port)};
location = /ready { return 204; }
${server}
}
}
`;
}

/** nginx with the documented cache in front of a web trigger. */
export async function startNginx(triggerUrl: string): Promise<CacheInFront> {
  const folder = await mkdtemp(path.join(tmpdir(), 'frontdesk-nginx-'));
  const port = await freePort();
  const file = path.join(folder, 'nginx.conf');
  await writeFile(file, await configOf(folder, port, triggerUrl));
  const args = ['-p', folder, '-c', file];
  const tested = await runCommand('nginx', ['-t', ...args], folder);
  if (!tested.ok) throw new Error(`nginx refuses the recipe: ${tested.output}`);
  const child = spawn('nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${String(port)}`;
  while (child.exitCode === null) {
    const ready = await fetch(`${origin}/ready`).catch(() => undefined);
    if (ready?.status === 204) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (child.exitCode !== null) throw new Error('nginx ended before it served anything.');
  return {
    url: `${origin}/frontdesk`,
    async close() {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
