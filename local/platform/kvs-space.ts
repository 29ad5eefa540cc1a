import { TTL_ZOMBIE_MS } from './limits';

/** What a record has besides its key. */
export interface RowContent {
  readonly json: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When its TTL ends; it can be read for a while longer. */
  readonly expireAt: number | null;
}

/** A stored record. Values stay JSON text: nobody can change what they read, and reading is cheap. */
export class Row implements RowContent {
  readonly json: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt: number | null;
  readonly bytes: number;
  #answer: string | undefined;

  constructor(
    readonly key: string,
    { json, createdAt, updatedAt, expireAt }: RowContent,
  ) {
    this.json = json;
    this.createdAt = createdAt;
    this.updatedAt = updatedAt;
    this.expireAt = expireAt;
    this.bytes = Buffer.byteLength(json);
  }

  /** What a read is answered with. Made once: a public summary is read thousands of times between two writes. */
  get answer(): string {
    return (this.#answer ??= this.#writeAnswer());
  }

  #writeAnswer(): string {
    const { key, json, createdAt, updatedAt, expireAt } = this;
    const expireTime = expireAt === null ? '' : `,"expireTime":"${new Date(expireAt).toISOString()}"`;
    return `{"key":${JSON.stringify(key)},"value":${json},"createdAt":${createdAt},"updatedAt":${updatedAt}${expireTime}}`;
  }
}

/** One namespace of keys: reads by key are strict, queries see changes only after a lag. */
export class KvsSpace {
  readonly #rows = new Map<string, Row>();
  readonly #seenByQueries = new Map<string, Row>();
  #unseen: { at: number; key: string }[] = [];

  constructor(
    readonly now: () => number,
    readonly lagMs: number,
    readonly changed: () => void,
  ) {}

  get(key: string): Row | undefined {
    const row = this.#rows.get(key);
    if (row && this.#isGone(row)) {
      this.#rows.delete(key);
      return undefined;
    }
    return row;
  }

  put(key: string, json: string, expireAt: number | null): Row {
    const now = this.now();
    const createdAt = this.get(key)?.createdAt ?? now;
    const row = new Row(key, { json, createdAt, updatedAt: now, expireAt });
    this.load(row);
    return row;
  }

  /** Stores a row as it is. */
  load(row: Row): void {
    this.#rows.set(row.key, row);
    this.#show(row.key);
  }

  delete(key: string): boolean {
    const existed = this.get(key) !== undefined;
    this.#rows.delete(key);
    this.#show(key);
    return existed;
  }

  clear(): void {
    this.#rows.clear();
    this.#seenByQueries.clear();
    this.#unseen = [];
    this.changed();
  }

  /** Every record, as reads by key see them. */
  all(): Row[] {
    return [...this.#rows.values()].filter((row) => !this.#isGone(row));
  }

  /** Every record with its times, a line each. */
  text(): string {
    return this.all()
      .map(({ answer }) => answer)
      .join('\n');
  }

  /** Lets queries see every change made so far. */
  catchUp(): void {
    for (const { key } of this.#unseen) this.#reveal(key);
    this.#unseen = [];
  }

  /** Every record that a query finds now. */
  allSeenByQueries(): Row[] {
    const now = this.now();
    const due = this.#unseen.filter(({ at }) => at <= now);
    this.#unseen = this.#unseen.filter(({ at }) => at > now);
    for (const { key } of due) this.#reveal(key);
    return [...this.#seenByQueries.values()].filter((row) => !this.#isGone(row));
  }

  #isGone(row: Row): boolean {
    return row.expireAt !== null && this.now() >= row.expireAt + TTL_ZOMBIE_MS;
  }

  #show(key: string): void {
    this.changed();
    if (this.lagMs === 0) this.#reveal(key);
    else this.#unseen.push({ at: this.now() + this.lagMs, key });
  }

  #reveal(key: string): void {
    const row = this.#rows.get(key);
    if (row) this.#seenByQueries.set(key, row);
    else this.#seenByQueries.delete(key);
  }
}
