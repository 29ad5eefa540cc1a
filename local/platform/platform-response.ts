import { STATUS_CODES } from 'node:http';

/**
 * What the @forge packages read of a `Response`. A real one costs more than the whole of a storage read, and a
 * web trigger that answers ten thousand visitors makes one per visitor.
 */
export class PlatformResponse {
  readonly #headers: Record<string, string>;

  constructor(
    readonly status: number,
    readonly body = '',
    headers: Record<string, string> = {},
    readonly statusText: string = STATUS_CODES[status] ?? '',
  ) {
    this.#headers = headers;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get headers(): { get(name: string): string | null; has(name: string): boolean } {
    const headers = this.#headers;
    const get = (name: string): string | null => {
      const lower = name.toLowerCase();
      const key =
        lower in headers ? lower : Object.keys(headers).find((each) => each.toLowerCase() === lower);
      return key === undefined ? null : (headers[key] ?? null);
    };
    return { get, has: (name) => get(name) !== null };
  }

  text(): Promise<string> {
    return Promise.resolve(this.body);
  }

  json(): Promise<unknown> {
    return this.text().then(JSON.parse);
  }
}

export const jsonResponse = (body: unknown, status = 200): PlatformResponse =>
  new PlatformResponse(status, JSON.stringify(body), { 'content-type': 'application/json' });
