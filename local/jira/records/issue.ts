import { z } from 'zod';
import { adfSchema } from './adf';
import { commentVisibility } from './comment-visibility';

const properties = z.record(z.string(), z.unknown());

const commentSchema = z.object({
  id: z.string(),
  authorId: z.string(),
  updateAuthorId: z.string(),
  body: adfSchema,
  /** Seen by the customer; otherwise an internal note. */
  isPublic: z.boolean(),
  createdAt: z.number(),
  updatedAt: z.number(),
  properties,
  /** Absent: for everybody who sees the issue, or the request if it is public. */
  visibility: commentVisibility.optional(),
});

const changelogItemSchema = z.object({
  field: z.string(),
  fieldId: z.string(),
  from: z.string().nullable(),
  fromString: z.string().nullable(),
  to: z.string().nullable(),
  toString: z.string().nullable(),
});

/** One change of its fields, and whose it was. */
const changeSchema = z.object({
  id: z.string(),
  at: z.number(),
  authorId: z.string(),
  items: z.array(changelogItemSchema),
});

export const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  projectId: z.string(),
  /** Null for issues that were not raised as requests. */
  requestTypeId: z.string().nullable(),
  summary: z.string(),
  description: adfSchema.nullable(),
  /** Of fields besides summary and description. */
  fieldValues: z.record(z.string(), z.unknown()),
  reporterId: z.string(),
  creatorId: z.string(),
  assigneeId: z.string().nullable(),
  participantIds: z.array(z.string()),
  statusId: z.string(),
  statusAt: z.number(),
  resolvedAt: z.number().nullable(),
  /** Absent in issues that were resolved before it was kept. */
  resolutionId: z.string().nullable().optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
  properties,
  /** By a security level. */
  isHidden: z.boolean().optional(),
  /** Under which it was in other projects. */
  oldKeys: z.array(z.string()).optional(),
  comments: z.array(commentSchema),
  /** In the order made. Absent in issues that nobody has changed since it is kept. */
  history: z.array(changeSchema).optional(),
});

export type ChangelogItem = z.infer<typeof changelogItemSchema>;
export type Issue = z.infer<typeof issueSchema>;
export type IssueComment = z.infer<typeof commentSchema>;
