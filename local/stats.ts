interface StorageCount {
  calls: number;
  failed: number;
  bytesRead: number;
  bytesWritten: number;
}

interface CallCount {
  calls: number;
  failed: number;
}

/** What happened on the site since its start or its last reset. */
interface StatsSnapshot {
  since: string;
  /** By kind of call: "get", "entity/query", "transaction"… Bytes are of values, not of envelopes. */
  storage: Record<string, StorageCount>;
  /** By function key. */
  invocations: Record<string, CallCount>;
  /** By method and path, ids replaced by *. */
  jira: Record<string, CallCount>;
  queue: { pushed: number; delivered: number; failed: number; retried: number };
  realtime: { published: number; delivered: number; signed: number };
  log: { lines: number; bytes: number };
}

export interface Stats {
  storage(kind: string, bytesRead: number, bytesWritten: number, ok: boolean): void;
  invocation(functionKey: string, ok: boolean): void;
  jira(method: string, path: string, ok: boolean): void;
  queue(event: keyof StatsSnapshot['queue'], count?: number): void;
  realtime(event: keyof StatsSnapshot['realtime'], count?: number): void;
  logged(text: string): void;
  snapshot(): StatsSnapshot;
  reset(): void;
}

/** The path without its query and with * for ids, so that calls of one kind are counted together. */
function routeOf(path: string): string {
  const [pathname = ''] = path.split('?');
  return pathname.replace(/\/(project|servicedesk)\/(?!search$)[^/]+/, '/$1/*');
}

export function createStats(now: () => number): Stats {
  let since = now();
  const storage = new Map<string, StorageCount>();
  const invocations = new Map<string, CallCount>();
  const jira = new Map<string, CallCount>();
  let queue = { pushed: 0, delivered: 0, failed: 0, retried: 0 };
  let realtime = { published: 0, delivered: 0, signed: 0 };
  let log = { lines: 0, bytes: 0 };

  const count = (counts: Map<string, CallCount>, key: string, ok: boolean): void => {
    const entry = counts.get(key) ?? { calls: 0, failed: 0 };
    counts.set(key, entry);
    entry.calls += 1;
    if (!ok) entry.failed += 1;
  };

  return {
    storage(kind, bytesRead, bytesWritten, ok) {
      let entry = storage.get(kind);
      if (!entry) storage.set(kind, (entry = { calls: 0, failed: 0, bytesRead: 0, bytesWritten: 0 }));
      entry.calls += 1;
      if (!ok) entry.failed += 1;
      entry.bytesRead += bytesRead;
      entry.bytesWritten += bytesWritten;
    },
    invocation: (functionKey, ok) => count(invocations, functionKey, ok),
    jira: (method, path, ok) => count(jira, `${method} ${routeOf(path)}`, ok),
    queue: (event, amount = 1) => void (queue[event] += amount),
    realtime: (event, amount = 1) => void (realtime[event] += amount),
    logged(text) {
      log.lines += 1;
      log.bytes += Buffer.byteLength(text);
    },
    snapshot: () =>
      structuredClone({
        since: new Date(since).toISOString(),
        storage: Object.fromEntries(storage),
        invocations: Object.fromEntries(invocations),
        jira: Object.fromEntries(jira),
        queue,
        realtime,
        log,
      }),
    reset() {
      since = now();
      storage.clear();
      invocations.clear();
      jira.clear();
      queue = { pushed: 0, delivered: 0, failed: 0, retried: 0 };
      realtime = { published: 0, delivered: 0, signed: 0 };
      log = { lines: 0, bytes: 0 };
    },
  };
}
