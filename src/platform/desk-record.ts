import { CUSTOMERS_PER_DAY, STARTS_PER_DAY } from '../domain/limits';
import * as z from 'zod';
import type { Desk } from '../domain/desk';
import { ANONYMOUS_POLICIES, type ProjectSettings } from '../domain/settings';
import { UnreadableRecord } from '../ports';

/** The desk as it is stored: `rev` is an attribute of its own, because transactions compare it. */
export interface DeskRecord {
  rev: number;
  body: unknown;
}

const VERSION = 1;

/** Epoch milliseconds that a Date can hold. */
const instant = z.number().int().nonnegative().max(8.64e15);

const onlineSession = z.object({ session: z.string(), since: instant, until: instant.nullable() });

const status = z.discriminatedUnion('kind', [
  onlineSession.extend({ kind: z.literal('online') }),
  z.object({ kind: z.literal('offline'), since: instant }),
  z.object({
    kind: z.literal('put-offline'),
    since: instant,
    by: z.string(),
    reason: z.string().nullable(),
    interrupted: onlineSession,
  }),
]);

const settings = z.object({
  chatEnabled: z.boolean(),
  anonymous: z.enum(ANONYMOUS_POLICIES),
  hideWhenOffline: z.boolean(),
  welcomeText: z.string(),
  allowedOrigins: z.array(z.string()),
  // Not in desks that were stored before chats were.
  requestTypeId: z.string().nullable().default(null),
  anonymousName: z.string().default(''),
  suggestRegistration: z.boolean().default(true),
  loggedInOnly: z.boolean().default(false),
  startsPerDay: z.number().default(STARTS_PER_DAY),
  customersPerDay: z.number().default(CUSTOMERS_PER_DAY),
}) satisfies z.ZodType<ProjectSettings>;

const body = z.object({
  version: z.literal(VERSION),
  widgetId: z.string().nullable(),
  portal: z.object({ serviceDeskId: z.string(), siteUrl: z.string() }).nullable(),
  settings,
  settingsRev: z.number().int().nonnegative(),
  settingsOperation: z.string().nullable(),
  roster: z.record(
    z.string(),
    z.object({ status, operations: z.array(z.object({ id: z.string(), at: instant })) }),
  ),
  firstOnlineAt: instant.optional(),
  horizon: instant,
});

const record = z.object({ rev: z.number().int().positive(), body });

export function encodeDesk({ projectId: _key, rev, ...rest }: Desk): DeskRecord {
  return { rev, body: { version: VERSION, ...rest } };
}

/** Throws UnreadableRecord for a record that is broken or of a newer version. */
export function decodeDesk(projectId: string, stored: unknown): Desk {
  const parsed = record.safeParse(stored);
  if (!parsed.success) throw new UnreadableRecord(`desk of project ${projectId}`, { cause: parsed.error });
  const { version: _version, firstOnlineAt, ...rest } = parsed.data.body;
  return {
    projectId,
    rev: parsed.data.rev,
    ...rest,
    ...(firstOnlineAt !== undefined && { firstOnlineAt }),
  };
}
