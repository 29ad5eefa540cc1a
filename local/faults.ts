import { z } from 'zod';

/** Probability that something happens to one call, 0–1. */
const probability = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0).max(900_000);

const callFaults = z.strictObject({
  /** Refused: too many calls. */
  throttled: probability.optional(),
  /** Not applied, answered 504. */
  lostBefore: probability.optional(),
  /** Applied, and answered 504 all the same. */
  lostAfter: probability.optional(),
  /** Refused: not available. */
  down: z.union([z.boolean(), probability]).optional(),
  /** Every call takes between so many milliseconds. */
  latencyMs: z
    .tuple([milliseconds, milliseconds])
    .refine(([from, to]) => from <= to, 'must be [from, to] with from ≤ to')
    .optional(),
});

const faultSettings = z.strictObject({
  storage: callFaults.optional(),
  jira: callFaults.optional(),
  queue: z
    .strictObject({
      /** An event is delivered twice. */
      duplicate: probability.optional(),
      /** Every delivery is up to so late. */
      lateMs: milliseconds.optional(),
    })
    .optional(),
  /** Enforces the platform's limits per second and minute, which a busy test would pass at once. */
  rateLimits: z.boolean().optional(),
  seed: z.number().int().optional(),
});

type FaultSettings = z.infer<typeof faultSettings>;
type FaultTarget = 'storage' | 'jira';
type FaultOutcome = 'none' | 'throttled' | 'lost-before' | 'lost-after' | 'down';

export class FaultSettingsError extends Error {}

export interface Faults {
  /** Throws a FaultSettingsError that says what is wrong. `{}` ends all faults. */
  set(settings: unknown): void;
  get(): FaultSettings;
  active(target: FaultTarget): boolean;
  /** What is to happen to the next call. */
  draw(target: FaultTarget): { outcome: FaultOutcome; latencyMs: number };
  drawDelivery(): { duplicate: boolean; lateMs: number };
}

/** Mulberry32: small, and good enough to decide which call fails. The same seed gives the same faults. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DEFAULT_SEED = 1;

export function createFaults(): Faults {
  let settings: FaultSettings = {};
  let random = seededRandom(DEFAULT_SEED);

  return {
    set(input) {
      const result = faultSettings.safeParse(input);
      if (!result.success) {
        const [issue] = result.error.issues;
        const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
        throw new FaultSettingsError(
          `These faults are not understood: ${where}${issue?.message ?? 'not an object'}.`,
        );
      }
      settings = result.data;
      random = seededRandom(settings.seed ?? DEFAULT_SEED);
    },
    get: () => settings,
    active: (target) => settings[target] !== undefined,
    draw(target) {
      const { throttled = 0, lostBefore = 0, lostAfter = 0, down = 0, latencyMs } = settings[target] ?? {};
      const latency = latencyMs ? Math.round(latencyMs[0] + random() * (latencyMs[1] - latencyMs[0])) : 0;
      const drawn = random();
      const limits: [FaultOutcome, number][] = [
        ['down', Number(down)],
        ['throttled', throttled],
        ['lost-before', lostBefore],
        ['lost-after', lostAfter],
      ];
      let sum = 0;
      for (const [outcome, share] of limits) {
        sum += share;
        if (drawn < sum) return { outcome, latencyMs: latency };
      }
      return { outcome: 'none', latencyMs: latency };
    },
    drawDelivery() {
      const { duplicate = 0, lateMs = 0 } = settings.queue ?? {};
      return { duplicate: random() < duplicate, lateMs: Math.round(random() * lateMs) };
    },
  };
}
