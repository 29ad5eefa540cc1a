import type { IncomingMessage, ServerResponse } from 'node:http';
import { WEB_TRIGGER_BYTES } from './platform/limits';
import type { Site } from './site';

const ADDRESS = /^\/(?:public|x1)\/([^/?]+)([^]*)$/;

/** Names as they were sent; several headers of one name are several values. */
function headersOf({ rawHeaders }: IncomingMessage): Record<string, string[]> {
  const headers = new Map<string, string[]>();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = [rawHeaders[i], rawHeaders[i + 1]];
    const known = headers.get(name);
    if (known) known.push(value);
    else headers.set(name, [value]);
  }
  return Object.fromEntries(headers);
}

/** The body as text; null when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | undefined | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > WEB_TRIGGER_BYTES) return null;
    chunks.push(chunk);
  }
  return size === 0 ? undefined : Buffer.concat(chunks).toString();
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close' });
  response.end(text);
}

/**
 * The public addresses of web triggers. Ten thousand visitors come through here, so it stands on Node's own server
 * and in front of everything else. Returns false for other addresses.
 */
export function createPublicEndpoint(
  site: Site,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    moduleKey: string,
    path: string,
  ): Promise<void> {
    const { method = 'GET' } = request;
    const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(request);
    if (body === null) {
      refuse(response, 413, 'Payload Too Large');
      return;
    }
    const result = await site.webTrigger({ moduleKey, method, path, headers: headersOf(request), body });
    const { limit, remaining, resetSeconds } = site.invocationsLeft();
    const headers = {
      ...result.headers,
      'X-Ratelimit-Limit': String(limit),
      'X-Ratelimit-Remaining': String(remaining),
      'X-Ratelimit-Reset': String(resetSeconds),
      'Content-Length': String(Buffer.byteLength(result.body)),
    };
    if (result.statusText === undefined) response.writeHead(result.status, headers);
    else response.writeHead(result.status, result.statusText, headers);
    response.end(result.body);
  }

  return (request, response) => {
    const [, id = '', path = ''] = ADDRESS.exec(request.url ?? '') ?? [];
    if (id === '') return false;
    const moduleKey = site.webTriggers.keyOf(id);
    if (moduleKey === undefined) {
      refuse(response, 404, 'Not Found');
      return true;
    }
    answer(request, response, moduleKey, path).catch((error: unknown) => {
      site.log.write(moduleKey, 'error', [error]);
      if (!response.headersSent) refuse(response, 500, 'Internal Server Error');
      else response.destroy();
    });
    return true;
  };
}
