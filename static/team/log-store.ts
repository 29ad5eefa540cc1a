import type { LogRow } from '../../src/contract/settings';
import type { ErrorCode } from '../../src/domain/errors';
import { callResolver } from '../app/call-resolver';
import { createStore, type Readable } from '../app/store';

/** Pages that one press looks through at most: Forge lets a browser call 500 times in 25 seconds. */
const PAGES_AT_ONCE = 100;

interface LogState {
  /** Newest first. */
  rows: LogRow[];
  /** Of the next page; null: there is none; undefined: not even the first is known. */
  cursor: string | null | undefined;
  busy: boolean;
  failure: ErrorCode | null;
}

export interface LogStore extends Readable<LogState> {
  /**
   * Fetches older pages while `goesOn` says so of all rows, the first page anyway. Answers what is known then; null: it failed,
   * or somebody else is at it.
   */
  load(goesOn: (rows: LogRow[]) => boolean): Promise<LogRow[] | null>;
  /** Fetches what is new. */
  refresh(): Promise<void>;
}

/** The log of a project in large pages. */
export function createLogStore(projectId: string): LogStore {
  const store = createStore<LogState>({ rows: [], cursor: undefined, busy: false, failure: null });
  const { getState, setState } = store;
  const ask = (cursor: string | null | undefined) =>
    callResolver('getProjectLog', {
      projectId,
      large: true,
      ...(typeof cursor === 'string' && { cursor }),
    });

  async function load(goesOn: (rows: LogRow[]) => boolean): Promise<LogRow[] | null> {
    if (getState().busy) return null;
    setState({ busy: true, failure: null });
    for (let page = 0; page < PAGES_AT_ONCE && getState().failure === null; page++) {
      const { rows, cursor } = getState();
      if (cursor === null || (cursor !== undefined && !goesOn(rows))) break;
      const answer = await ask(cursor);
      if (answer.ok) setState({ rows: [...rows, ...answer.value.rows], cursor: answer.value.cursor });
      else setState({ failure: answer.error.code });
    }
    setState({ busy: false });
    return getState().failure === null ? getState().rows : null;
  }

  async function refresh(): Promise<void> {
    if (getState().busy || getState().cursor === undefined) return;
    const answer = await ask(null);
    const { busy, rows } = getState();
    if (!answer.ok || busy) return;
    const seen = new Set(rows.map((row) => JSON.stringify(row)));
    const news = answer.value.rows.filter((row) => !seen.has(JSON.stringify(row)));
    // More than a page of news: what lies between is fetched as what is older.
    if (news.length === answer.value.rows.length) setState(answer.value);
    else if (news.length > 0) setState({ rows: [...news, ...rows] });
  }

  return { ...store, load, refresh };
}
