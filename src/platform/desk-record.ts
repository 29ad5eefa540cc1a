import { CUSTOMERS_PER_DAY, STARTS_PER_DAY } from '../domain/limits';
import * as z from 'zod';
import type { CompiledSchedule } from '../domain/clock/compiled-schedule';
import { ALWAYS_OPEN, ROLL_CALLS } from '../domain/clock/schedule';
import { decodeSpans, encodeSpans } from '../domain/clock/span-record';
import type { Desk, RosterEntry, Status } from '../domain/desk';
import { ANONYMOUS_POLICIES, type ProjectSettings } from '../domain/settings';
import { UnreadableRecord } from '../ports';
import { hoursRecord } from './stored-times';

/** The desk as it is stored: `rev` is an attribute of its own, because transactions compare it. */
export interface DeskRecord {
  rev: number;
  body: unknown;
}

const VERSION = 1;

/** Epoch milliseconds that a Date can hold. */
const instant = z.number().int().nonnegative().max(8.64e15);

const onlineSession = z.object({ session: z.string(), since: instant, until: instant.nullable() });

const byHand = onlineSession.extend({
  kind: z.literal('online'),
  isOpen: z.literal(true).optional(),
  openAt: instant.optional(),
  inSlot: z.literal(true).optional(),
});
const offline = z.object({ kind: z.literal('offline'), since: instant, ended: z.literal(true).optional() });
const before = z.discriminatedUnion('kind', [byHand, offline]);

const status = z.discriminatedUnion('kind', [
  byHand,
  offline,
  z.object({
    kind: z.literal('put-offline'),
    since: instant,
    by: z.string(),
    reason: z.string().nullable(),
    interrupted: onlineSession,
    before: before.optional(),
    outBefore: instant.optional(),
  }),
  z.object({ kind: z.literal('break'), since: instant, until: instant, before }),
]) satisfies z.ZodType<Status>;

const span = z.object({ from: instant, to: instant });

/** Instants as minutes from one to the next, which is a third of what they are as numbers. */
const spans = z.union([z.array(span), z.string().transform(decodeSpans)]);

const schedule = z.object({
  rev: z.number().int().nonnegative(),
  savedAt: instant,
  isAutomatic: z.boolean(),
  zone: z.string(),
  spans,
  until: instant,
  isLate: z.literal(true).optional(),
}) satisfies z.ZodType<CompiledSchedule>;

const entry = z.object({
  status,
  operations: z.array(z.object({ id: z.string(), at: instant })),
  schedule: schedule.optional(),
  rollCall: z
    .union([z.object({ slot: instant, hereAt: instant }), z.object({ slot: instant, calledAt: instant })])
    .optional(),
  notToday: span.optional(),
  outSince: instant.optional(),
  mailedFor: instant.optional(),
  notedAt: instant.optional(),
}) satisfies z.ZodType<RosterEntry>;

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
  // Nor before there was a clock.
  hours: hoursRecord.default(ALWAYS_OPEN),
  rollCall: z.enum(ROLL_CALLS).default('confirm'),
  agentsMayClose: z.boolean().default(false),
  portalLine: z.boolean().default(false),
}) satisfies z.ZodType<ProjectSettings>;

const body = z.object({
  version: z.literal(VERSION),
  widgetId: z.string().nullable(),
  portal: z.object({ serviceDeskId: z.string(), siteUrl: z.string() }).nullable(),
  settings,
  settingsRev: z.number().int().nonnegative(),
  settingsOperation: z.string().nullable(),
  closures: z
    .array(span.extend({ id: z.string(), message: z.string().nullable(), by: z.string() }))
    .optional(),
  roster: z.record(z.string(), entry),
  firstOnlineAt: instant.optional(),
  horizon: instant,
});

const record = z.object({ rev: z.number().int().positive(), body });

export function encodeDesk({ projectId: _key, rev, ...rest }: Desk): DeskRecord {
  const roster = Object.fromEntries(
    Object.entries(rest.roster).map(([accountId, { schedule, ...said }]) => [
      accountId,
      schedule ? { ...said, schedule: { ...schedule, spans: encodeSpans(schedule.spans) } } : said,
    ]),
  );
  return { rev, body: { version: VERSION, ...rest, roster } };
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
