import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way to a web site, which does not carry the first request for each address of the pattern. */
export async function unsteadyLine(to: string, lost: RegExp): Promise<{ url: string; close(): void }> {
  const seen = new Set<string>();
  const server = createServer((asked, response) => {
    const { pathname } = new URL(asked.url ?? '/', to);
    if (lost.test(pathname) && !seen.has(pathname)) {
      seen.add(pathname);
      // Browsers ask again by themselves where the line is merely cut.
      response.writeHead(503).end();
      return;
    }
    const { method, headers } = asked;
    const there = request(`${new URL(to).origin}${asked.url ?? '/'}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(there);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
