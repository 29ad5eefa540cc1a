import type { IncomingMessage, ServerResponse } from 'node:http';
import { WEB_TRIGGER_BYTES } from './platform/limits';
import type { Site } from './site';

const ADDRESS = /^\/(?:public|x1)\/([^/?]+)([^]*)$/;

/** Names as they were sent; several headers of one name are several values. */
function headersOf({ rawHeaders }: IncomingMessage): Record<string, string[]> {
  // No prototype: a header may be named as a member of Object's.
  const headers = Object.create(null) as Record<string, string[]>;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    (headers[rawHeaders[i] ?? ''] ??= []).push(rawHeaders[i + 1] ?? '');
  }
  return headers;
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

function linesOf(headers: Record<string, string[]>): string[] {
  const lines: string[] = [];
  for (const name of Object.keys(headers)) {
    for (const value of headers[name] ?? []) lines.push(name, value);
  }
  return lines;
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
    // Names and values in one list: Node takes twice as long for an object.
    const lines = linesOf(result.headers);
    lines.push('X-Ratelimit-Limit', String(limit), 'X-Ratelimit-Remaining', String(remaining));
    lines.push('X-Ratelimit-Reset', String(resetSeconds));
    lines.push('Content-Length', String(Buffer.byteLength(result.body)));
    if (result.statusText === undefined) response.writeHead(result.status, lines);
    else response.writeHead(result.status, result.statusText, lines);
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
