import type { Installation } from './installation';

/** The public addresses of an installation's web triggers. */
export interface WebTriggerUrls {
  /** Undefined for a key that is no web trigger. */
  urlOf(key: string): string | undefined;
  keys(): string[];
  /** The address's id; undefined like `urlOf`. */
  idOf(key: string): string | undefined;
  /** Which web trigger an id belongs to. */
  keyOf(id: string): string | undefined;
  /** The id stops working; the next `urlOf` has another. */
  revoke(id: string): boolean;
  renew(key: string): void;
}

export function createWebTriggerUrls(
  installation: Installation,
  triggers: { key: string; urlFormat: 'v1' | 'v2' }[],
  baseUrl: string,
): WebTriggerUrls {
  const generations = new Map(triggers.map(({ key }) => [key, 0]));
  const segments = new Map(triggers.map(({ key, urlFormat }) => [key, urlFormat === 'v2' ? 'public' : 'x1']));
  const ids = new Map<string, string>();
  const keys = new Map<string, string>();

  function assign(key: string): void {
    const generation = generations.get(key) ?? 0;
    const digest = installation.secretFor(`web trigger ${key} ${generation}`);
    const id = Buffer.from(digest, 'hex').toString('base64url').slice(0, 22);
    const previous = ids.get(key);
    if (previous) keys.delete(previous);
    ids.set(key, id);
    keys.set(id, key);
  }

  function renew(key: string): void {
    generations.set(key, (generations.get(key) ?? 0) + 1);
    assign(key);
  }

  for (const { key } of triggers) assign(key);

  return {
    keys: () => [...ids.keys()],
    idOf: (key) => ids.get(key),
    keyOf: (id) => keys.get(id),
    urlOf: (key) => (ids.has(key) ? `${baseUrl}/${segments.get(key)}/${ids.get(key)}` : undefined),
    revoke(id) {
      const key = keys.get(id);
      if (key !== undefined) renew(key);
      return key !== undefined;
    },
    renew,
  };
}
