import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';

export function badRequest(c: Context, sentence: string) {
  return c.json({ error: sentence }, 400);
}

/** The request's JSON, checked; ends the request with 400 and a sentence otherwise. */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const content: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new HTTPException(400, { res: badRequest(c, z.prettifyError(parsed.error)) });
}
