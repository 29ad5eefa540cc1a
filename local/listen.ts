import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The message is one sentence for whoever started the site. */
export class ListenError extends Error {}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** Loopback only. "localhost" is either of them, depending on the browser and the machine. */
const IPV4 = '127.0.0.1';
const IPV6 = '::1';
const PORT_ATTEMPTS = 10;

function bind(listener: RequestListener, host: string, port: number): Promise<Server> {
  // No timer per request, and no connection that ends while a test or a debugger pauses.
  const server = createServer({ keepAliveTimeout: 0 }, listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Listens on both loopback addresses, where the machine has both; port 0 takes any that is free on both. */
export async function listen(listener: RequestListener, wantedPort: number): Promise<Listening> {
  for (let attempt = 1; ; attempt++) {
    const first = await bind(listener, IPV4, wantedPort).catch((error: unknown) => {
      throw new ListenError(describe(wantedPort, codeOf(error)), { cause: error });
    });
    const { port } = first.address() as AddressInfo;
    try {
      const second = await bind(listener, IPV6, port);
      return { port, close: async () => void (await Promise.all([close(first), close(second)])) };
    } catch (error) {
      // A machine without IPv6: "localhost" is 127.0.0.1 there.
      if (codeOf(error) !== 'EADDRINUSE') return { port, close: () => close(first) };
      await close(first);
      if (wantedPort !== 0 || attempt === PORT_ATTEMPTS) {
        throw new ListenError(describe(port, 'EADDRINUSE'), { cause: error });
      }
    }
  }
}

function describe(port: number, code: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: stop what uses it, or choose another with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used by you: choose one above 1023 with --port.`;
  return `Port ${port} cannot be used (${code}): choose another with --port.`;
}
