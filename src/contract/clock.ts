import * as z from 'zod';
import {
  CLOSURE_MESSAGE_LENGTH,
  BREAK_MINUTES,
  DAYS_OFF,
  LEFT_OUT,
  SLOTS,
} from '../domain/clock/clock-limits';
import { HOURS_MODES, ROLL_CALLS, type Hours, type Schedule } from '../domain/clock/schedule';
import { PRESENCE_ANSWERS } from '../domain/clock/roll-call';
import { characterCount } from '../domain/character-count';
import { isZone } from '../domain/is-zone';
import { OPERATION_ID_LENGTH } from '../domain/limits';
import type { Person } from '../domain/person';
import { plainLine } from '../domain/plain-line';
import { instant, operationId, projectId } from './fields';

/** Schedules, roll call, hours, closures and what follows from them (rules H1–H8). Instants are ISO strings. */

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** Their form; what they say is checked as a whole, so that one sentence tells it. */
const slots = z
  .array(z.strictObject({ day: weekday, from: z.string().max(5), to: z.string().max(5) }))
  .max(SLOTS * 10);

const days = z
  .array(
    z.strictObject({
      from: z.string().max(10),
      to: z.string().max(10),
      name: z
        .string()
        .max(1_000)
        .transform((text) => plainLine(text, 1_000))
        .optional(),
    }),
  )
  .max(DAYS_OFF * 10);

const zone = z.string().max(64);

const scheduleSchema = z.strictObject({
  zone,
  slots,
  daysOff: days,
  rollCall: z.enum(ROLL_CALLS),
  leftOut: z.array(projectId).max(LEFT_OUT),
}) satisfies z.ZodType<Schedule>;

export const hoursSchema = z.strictObject({
  mode: z.enum(HOURS_MODES),
  zone,
  slots,
  holidays: days,
}) satisfies z.ZodType<Hours>;

/** What customers read: one line of plain text. */
const closureMessage = z
  .string()
  .max(CLOSURE_MESSAGE_LENGTH * 8)
  .transform((text) => plainLine(text, CLOSURE_MESSAGE_LENGTH * 8))
  .refine((text) => characterCount(text) <= CLOSURE_MESSAGE_LENGTH, {
    message: `must be ${String(CLOSURE_MESSAGE_LENGTH)} characters at most`,
  });

const closureId = z.string().min(1).max(OPERATION_ID_LENGTH);

/** What would be different if it were saved. */
const draft = z.strictObject({
  /** Mine. */
  schedule: scheduleSchema.optional(),
  hours: hoursSchema.optional(),
  hideWhenOffline: z.boolean().optional(),
  closure: z.strictObject({ id: closureId.optional(), from: instant, until: instant }).optional(),
});

export const clockSchemas = {
  getMySchedule: z.strictObject({
    /** The one that is being edited: only its transitions are told. */
    draft: scheduleSchema.optional(),
  }),
  saveMySchedule: z.strictObject({
    schedule: scheduleSchema,
    /** The version it was made of; `conflict` when it is not the stored one any more. */
    rev: z.number().int().nonnegative(),
  }),
  confirmPresence: z.strictObject({
    answer: z.enum(PRESENCE_ANSWERS),
    /** Absent: wherever I am asked. */
    projectId: projectId.optional(),
    operationId,
  }),
  takeBreak: z.strictObject({ minutes: z.number().int().min(1).max(BREAK_MINUTES), operationId }),
  previewBreak: z.strictObject({ minutes: z.number().int().min(1).max(BREAK_MINUTES) }),
  saveClosure: z.strictObject({
    projectId,
    closureId: closureId.optional(),
    from: instant.optional(),
    until: instant,
    message: closureMessage.optional(),
    /** Of a closure that is changed: as it was seen. `conflict` when it is not like that any more. */
    seen: z.strictObject({ from: instant, until: instant, message: z.string() }).optional(),
    operationId,
  }),
  endClosure: z.strictObject({ projectId, closureId, operationId }),
  getCoverage: z.strictObject({ projectId, draft: draft.optional() }),
  getWhy: z.strictObject({
    projectId,
    at: instant.optional(),
    /** In which hours of the customer's own time are judged. */
    visitorZone: zone.refine(isZone, 'must be an IANA time zone').optional(),
  }),
} as const;

export interface MySchedule {
  now: string;
  /** Null: none yet. */
  schedule: Schedule | null;
  rev: number;
  /** The next real ones, TRANSITIONS_SHOWN at most. */
  transitions: { at: string; to: 'online' | 'expected' | 'offline' }[];
  /** Projects it counts in: mine, with chat. `rollCall`: what a new schedule offers first. `zone`: of its hours, if it has some. */
  projects: { id: string; key: string; name: string; rollCall: Schedule['rollCall']; zone?: string }[];
}

/** One that runs or is planned. */
export interface PlannedClosure {
  closureId: string;
  from: string;
  until: string;
  message: string;
}

export interface ClosureRow extends PlannedClosure {
  by: Person;
}

export interface Closures {
  now: string;
  closures: ClosureRow[];
}

type CoverageShown = 'online' | 'expected' | 'offline' | 'hidden' | 'closed';

export interface Coverage {
  from: string;
  to: string;
  /** Without a gap between them: what customers see, and who is online or expected then. */
  spans: {
    from: string;
    to: string;
    shown: CoverageShown;
    /** COVERAGE_NAMED at most, of `count`. */
    agents: string[];
    count: number;
    /** Of the agents, those who have yet to say that they are there: COVERAGE_NAMED at most, of `toConfirmCount`. */
    toConfirm: string[];
    toConfirmCount: number;
  }[];
  /** Seen, not closed, and nobody there. */
  gaps: { from: string; to: string }[];
  /** Those of the gaps that there are by the draft alone. Absent: there is no draft. */
  opened?: { from: string; to: string }[];
  /** Seen, and a single person. */
  singles: { from: string; to: string; agent: string }[];
  people: Person[];
  /** Of the project's hours; null: they are in none. */
  zone: string | null;
}

export interface WhyRule {
  /** Of the product: `H3`, `H4`, `S9` … */
  id: string;
  /** In English; pages say it in their own words by `id` and `facts`. */
  text: string;
  /** Names the sentence among those of one id. */
  kind: string;
  /** Instants in ISO, names, numbers. */
  facts: Record<string, string>;
  /** It made the verdict. */
  decides: boolean;
}

export type ParsedCoverage = z.output<(typeof clockSchemas)['getCoverage']>;

export interface Why {
  at: string;
  state: 'online' | 'offline' | 'hidden' | 'disabled';
  /** Somebody is expected, at that moment or at `nextOnlineAt`. */
  expected: boolean;
  /** `nextOnlineAt` depends on whether somebody says then that they are there. */
  nextExpected: boolean;
  until: string | null;
  nextOnlineAt: string | null;
  rules: WhyRule[];
  agents: (Person & { state: 'online' | 'expected' | 'offline'; rules: WhyRule[] })[];
}

export interface ClockValues {
  getMySchedule: MySchedule;
  saveMySchedule: MySchedule;
  saveClosure: Closures;
  endClosure: Closures;
  getCoverage: Coverage;
  getWhy: Why;
}
