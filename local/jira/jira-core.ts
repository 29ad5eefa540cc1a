import type { Context } from 'hono';
import type { z } from 'zod';
import type { IssueAccess } from './issue-access';
import type { IssueActions } from './issue-actions';
import type { IssueStore } from './issue-store';
import type { JiraActor } from './jira';
import { JiraRefusal } from './jira-refusal';
import type { JiraState } from './jira-state';

/** What the routes of the local Jira work with. */
export interface JiraCore {
  directory: JiraState;
  issues: IssueStore;
  access: IssueAccess;
  actions: IssueActions;
  siteUrl: string;
  /** Something changed that no event tells of. */
  touched: () => void;
}

export interface JiraEnv {
  Bindings: { actor: JiraActor };
}

/** The request's JSON; refused with 400 when it is not what the route takes. */
export async function bodyOf<Schema extends z.ZodType>(
  c: Context<JiraEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new JiraRefusal(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
}
