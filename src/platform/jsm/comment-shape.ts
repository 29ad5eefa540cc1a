import * as z from 'zod';
import { plainTextOf } from '../../domain/adf/plain-text-of';
import { spokenTextOf } from '../../domain/adf/spoken-text-of';
import type { RequestComment } from '../../domain/service-request';
import { PlatformFault } from '../../ports';
import { momentOf } from './moment-of';

/** A comment as Jira answers it. */
export const comment = z.object({
  id: z.string(),
  author: z
    .object({
      accountId: z.string(),
      accountType: z.string().nullish(),
    })
    .nullish(),
  body: z.unknown().optional(),
  created: z.string(),
  updated: z.string(),
  jsdPublic: z.boolean().nullish(),
  jsdAuthorCanSeeRequest: z.boolean().nullish(),
  visibility: z.unknown().optional(),
});
type Comment = z.infer<typeof comment>;

export function requestComment(answer: Comment): RequestComment {
  const { id, author, body, updated, jsdPublic, jsdAuthorCanSeeRequest, visibility } = answer;
  const at = createdAt(answer);
  const isForAll = (visibility ?? null) === null;
  return {
    id,
    author: {
      accountId: author?.accountId ?? '',
      kind: KINDS[author?.accountType ?? ''] ?? 'person',
    },
    text: plainTextOf(body),
    spoken: spokenTextOf(body),
    // Rule T4: unknown is no. Jira calls a comment public that is restricted to a role, too.
    isPublic: jsdPublic === true && isForAll && jsdAuthorCanSeeRequest !== false,
    isNote: jsdPublic === false && isForAll,
    createdAt: at,
    updatedAt: momentOf(updated) ?? at,
  };
}

/** Jira's words for accounts; what it may call others one day is a person who proves to be an agent or not. */
const KINDS: Partial<Record<string, RequestComment['author']['kind']>> = {
  app: 'app',
  customer: 'customer',
};

/** By Jira's clock. Throws PlatformFault where Jira does not say. */
export function createdAt({ id, created }: { id: string; created: string }): number {
  const at = momentOf(created);
  if (at === null) throw new PlatformFault(`Jira does not say when comment ${id} was written`);
  return at;
}
