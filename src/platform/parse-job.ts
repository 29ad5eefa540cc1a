import * as z from 'zod';
import type { Job } from '../domain/job';

const eventNumber = z.number().int().min(1);

const job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settle'), projectIds: z.array(z.string()), renew: z.boolean().optional() }),
  z.object({
    kind: z.literal('check-agents'),
    whom: z.array(z.object({ accountId: z.string(), projectIds: z.array(z.string()) })),
  }),
  z.object({
    kind: z.enum(['deliver', 'follow', 'tell-facts', 'erase-rejected']),
    conversationId: z.string(),
  }),
  z.object({
    kind: z.literal('deliver-waiting'),
    projectId: z.string(),
    before: z.number().optional(),
  }),
  z.object({ kind: z.literal('erase-chat'), conversationId: z.string(), from: eventNumber.optional() }),
  z.object({
    kind: z.literal('erase-in-chat'),
    accountId: z.string(),
    conversationId: z.string(),
    from: eventNumber,
  }),
  z.object({ kind: z.literal('erase'), accountId: z.string() }),
  z.object({
    kind: z.literal('erase-in-chats'),
    accountId: z.string(),
    projectId: z.string(),
    cursor: z.string().nullable(),
  }),
  z.object({ kind: z.literal('notice-leavers'), projectId: z.string(), cursor: z.string() }),
  z.object({
    kind: z.literal('decide-held'),
    projectId: z.string(),
    operationId: z.string(),
    from: z.number(),
    done: z.number(),
  }),
  z.object({ kind: z.literal('keep-schedule'), accountId: z.string(), projectIds: z.array(z.string()) }),
  z.object({ kind: z.literal('keep-schedules'), projectId: z.string(), from: z.number().optional() }),
  z.object({ kind: z.literal('note-waits'), projectId: z.string(), cursor: z.string().nullable() }),
  z.object({ kind: z.literal('report-people') }),
]) satisfies z.ZodType<Job>;

/** Null: a job of another version, which is dropped. */
export const parseJob = (body: unknown): Job | null => job.nullable().catch(null).parse(body);
