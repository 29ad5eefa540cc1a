const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The local site answers only under names of this machine: a web page elsewhere could otherwise point a name of
 * its own to 127.0.0.1 and read everything (DNS rebinding).
 */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  return LOOPBACK_NAMES.has(host.replace(/:\d+$/, '').toLowerCase());
}

/** Whether a request was sent by one of the site's own pages, or by no page at all. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: originHost, port } = new URL(origin);
  return protocol === 'http:' && isLoopbackHost(originHost) && port === (/:(\d+)$/.exec(host)?.[1] ?? '');
}
