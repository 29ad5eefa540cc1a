import { z } from 'zod';
import { EVENT_DELAY_MAX_S, RETRY_DATA_BYTES } from './limits';

/** What `new InvocationError()` of @forge/events leaves behind: the platform is asked to call again. */
const invocationError = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.number().default(5),
    retryReason: z.string().default('FUNCTION_RETRY_REQUEST'),
    retryData: z.unknown().optional(),
  }),
});

export interface Retry {
  retryAfterMs: number;
  reason: string;
  data: unknown;
}

/** Whether a function's result asks to be called again; null when it does not. */
export function retryOf(result: unknown): Retry | null {
  const parsed = invocationError.safeParse(result);
  if (!parsed.success) return null;
  const { retryAfter, retryReason, retryData } = parsed.data.retryOptions;
  const fits = Buffer.byteLength(JSON.stringify(retryData ?? null)) <= RETRY_DATA_BYTES;
  return {
    retryAfterMs: Math.min(Math.max(retryAfter, 0), EVENT_DELAY_MAX_S) * 1_000,
    reason: retryReason,
    data: fits ? retryData : undefined,
  };
}
