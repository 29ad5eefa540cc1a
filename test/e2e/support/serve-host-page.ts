import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostAnswer {
  html: string;
  headers?: Record<string, string> | undefined;
}

/** A web site of somebody else, on an origin of its own. `answer`: for a path; null: nothing is there. */
export async function serveHostPage(
  answer: (path: string) => HostAnswer | null,
): Promise<{ url: string; close(): void }> {
  const server = createServer(({ url = '/' }, response) => {
    const found = answer(url);
    if (!found) return response.writeHead(204).end();
    const headers = { 'content-type': 'text/html; charset=utf-8', ...found.headers };
    return response.writeHead(200, headers).end(found.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
