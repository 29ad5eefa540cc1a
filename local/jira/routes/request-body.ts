import type { Context } from 'hono';
import type { z } from 'zod';
import { JiraRefusal } from '../records/jira-refusal';
import type { JiraEnv } from './jira-env';

/** The request's JSON; refused with 400 when it is not what the route takes. */
export async function bodyOf<Schema extends z.ZodType>(
  c: Context<JiraEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new JiraRefusal(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
}
