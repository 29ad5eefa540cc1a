import * as z from 'zod';
import { HOURS_MODES, type DayOff, type Hours, type Slot } from '../domain/clock/schedule';

/** Weekly times as records hold them. */

export const slotRecord = z.object({
  day: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(4),
    z.literal(5),
    z.literal(6),
    z.literal(7),
  ]),
  from: z.string(),
  to: z.string(),
}) satisfies z.ZodType<Slot>;

export const dayOffRecord = z.object({
  from: z.string(),
  to: z.string(),
  name: z.string().optional(),
}) satisfies z.ZodType<DayOff>;

export const hoursRecord = z.object({
  mode: z.enum(HOURS_MODES),
  zone: z.string(),
  slots: z.array(slotRecord),
  holidays: z.array(dayOffRecord),
}) satisfies z.ZodType<Hours>;
