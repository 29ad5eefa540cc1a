import { z } from 'zod';

/** What Jira answers, as far as Frontdesk reads it, and how it is asked. */

/** Our mark on a comment, by which it is found again after an unknown outcome. */
export const MARK = 'frontdesk';
export const issueCreated = z.object({ issueId: z.string(), issueKey: z.string() });
export const created = z.object({ id: z.string() });
export const account = z.object({ accountId: z.string() });
export const types = z.object({ values: z.array(z.object({ id: z.string(), name: z.string() })) });
export const fields = z.object({
  requestTypeFields: z.array(
    z.object({
      fieldId: z.string(),
      name: z.string(),
      required: z.boolean(),
      defaultValues: z.array(z.unknown()).optional(),
    }),
  ),
});
const property = z.object({ key: z.string(), value: z.unknown() });
export const comment = z.object({
  id: z.string(),
  author: z.object({ accountId: z.string() }).optional(),
  body: z.unknown(),
  created: z.string(),
  updated: z.string(),
  jsdPublic: z.boolean().optional(),
  properties: z.array(property).optional(),
});
export const comments = z.object({ comments: z.array(comment) });
export const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    assignee: account.nullable().optional(),
  }),
});
export const transitions = z.object({
  transitions: z.array(
    z.object({ id: z.string(), to: z.object({ statusCategory: z.object({ key: z.string() }) }) }),
  ),
});
export const found = z.object({ issues: z.array(z.object({ id: z.string(), key: z.string() })) });

export const json = (
  method: 'POST' | 'PUT',
  body: unknown,
): { method: string; headers: Record<string, string>; body: string } => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

export const markerOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
    ? value.message
    : null;

export const isInternal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'internal' in value && value.internal === true;
