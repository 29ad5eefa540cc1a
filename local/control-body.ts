import type { Context } from 'hono';
import type { z } from 'zod';

/** A request that is not understood; the message says what would be. */
export class BadRequest extends Error {}

export async function readJson(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    throw new BadRequest('The body must be JSON.');
  }
}

export async function readBody<T>(c: Context, schema: z.ZodType<T>, expected: string): Promise<T> {
  const result = schema.safeParse(await readJson(c));
  if (!result.success) throw new BadRequest(`The body must look like ${expected}.`);
  return result.data;
}
