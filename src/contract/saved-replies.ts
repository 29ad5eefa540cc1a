import * as z from 'zod';
import { SAVED_REPLIES, SAVED_REPLY_LENGTH, SAVED_REPLY_NAME_LENGTH } from '../domain/inbox-limits';
import { saidLine, saidText } from '../domain/said-text';
import { isOfLength, type SavedReply } from '../domain/saved-reply';
import { projectId, projectOnly } from './fields';

/** The texts that agents of a project reply with (rule D7). */

export interface SavedRepliesPage {
  /** Pass it back when saving: a save on top of somebody else's is a `conflict`. */
  rev: number;
  replies: SavedReply[];
  /** May the person change them? */
  canEdit: boolean;
  /** What `{agent}` stands for; null: Jira does not say the person's name. */
  agentName: string | null;
}

const savedReplySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  name: z
    .string()
    .transform((typed) => saidLine(typed))
    .refine((name) => isOfLength(name, SAVED_REPLY_NAME_LENGTH), 'must be 1 to 60 characters'),
  text: z
    .string()
    .transform(saidText)
    .refine((text) => isOfLength(text, SAVED_REPLY_LENGTH), 'must be 1 to 2,000 characters'),
}) satisfies z.ZodType<SavedReply>;

export const savedRepliesSchemas = {
  getSavedReplies: projectOnly,
  saveSavedReplies: z.strictObject({
    projectId,
    /** All of them, in their order. */
    replies: z.array(savedReplySchema).max(SAVED_REPLIES),
    rev: z.number().int().nonnegative(),
  }),
} as const;
