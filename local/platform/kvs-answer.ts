import type { Page } from './kvs-query';

/** An answer on the wire, and the bytes of values that it cost. */
export interface KvsAnswer {
  status: number;
  body: string;
  bytesRead: number;
  bytesWritten: number;
}

export const answer = (body: string, bytesRead = 0, bytesWritten = 0, status = 200): KvsAnswer => ({
  status,
  body,
  bytesRead,
  bytesWritten,
});

export const done = (bytesWritten: number): KvsAnswer => answer('', 0, bytesWritten, 204);

/** One page of rows, as queries answer it. */
export function found({ rows, cursor }: Page): KvsAnswer {
  const after = cursor === undefined ? '' : `,"cursor":${JSON.stringify(cursor)}`;
  const bytesRead = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return answer(`{"data":[${rows.map((row) => row.answer).join(',')}]${after}}`, bytesRead);
}
