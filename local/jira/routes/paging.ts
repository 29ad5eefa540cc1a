import type { Context } from 'hono';

interface PerPage {
  usual: number;
  most: number;
}

/** `startAt` and `maxResults`, as the platform API has them. */
export function bounds(c: Context, perPage: PerPage) {
  return {
    startAt: whole(c.req.query('startAt'), 0),
    maxResults: Math.min(whole(c.req.query('maxResults'), perPage.usual), perPage.most),
  };
}

/** `start` and `limit`, as the service desk API has them. */
export function deskBounds(c: Context, perPage: PerPage = { usual: 50, most: 100 }) {
  return {
    start: whole(c.req.query('start'), 0),
    limit: Math.min(whole(c.req.query('limit'), perPage.usual), perPage.most),
  };
}

function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
