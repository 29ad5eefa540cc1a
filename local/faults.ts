import { faultSettings, type EventFaults, type FaultSettings } from './fault-settings';

type FaultTarget = 'storage' | 'jira';
type FaultOutcome = 'none' | 'throttled' | 'lost-before' | 'lost-after' | 'down';

export class FaultSettingsError extends Error {}

export interface Faults {
  /** Throws a FaultSettingsError that says what is wrong. `{}` ends all faults. */
  set(settings: unknown): void;
  get(): FaultSettings;
  /** Back to the faults it began with. */
  reset(): void;
  /** Called with the new settings after every change of them. */
  onChange(listener: (settings: FaultSettings) => void): void;
  active(target: FaultTarget): boolean;
  /** What is to happen to the next call. */
  draw(target: FaultTarget): { outcome: FaultOutcome; latencyMs: number };
  /** Milliseconds until searches see what just changed in Jira. */
  drawSearchLag(): number;
  drawDelivery(): { duplicate: boolean; lateMs: number };
  /** Of one event of Jira: whether the next overtakes it, and how late it comes, for each time that it does. */
  drawEvent(): { swapped: boolean; latenesses: number[] };
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

/** `first`: what happens until something else is set, and after each reset. */
export function createFaults(first: FaultSettings = {}): Faults {
  let settings: FaultSettings = {};
  let random = seededRandom(DEFAULT_SEED);
  const listeners = new Set<(settings: FaultSettings) => void>();

  const within = (span: [number, number] | undefined): number =>
    span ? Math.round(span[0] + random() * (span[1] - span[0])) : 0;

  function begin(next: FaultSettings): void {
    settings = next;
    random = seededRandom(settings.seed ?? DEFAULT_SEED);
    for (const listener of listeners) listener(settings);
  }

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
      begin(result.data);
    },
    reset: () => begin(first),
    get: () => settings,
    onChange: (listener) => void listeners.add(listener),
    active: (target) => settings[target] !== undefined,
    draw(target) {
      const { throttled = 0, lostBefore = 0, lostAfter = 0, down = 0, latencyMs } = settings[target] ?? {};
      const latency = within(latencyMs);
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
    drawSearchLag: () => within(settings.jira?.searchBehindMs),
    drawEvent() {
      const { queue = {} } = settings;
      const otherwise: EventFaults = { duplicate: queue.duplicate, lateMs: [0, queue.lateMs ?? 0] };
      const { lost = 0, swapped = 0, duplicate = 0, lateMs } = settings.events ?? otherwise;
      const times = random() < lost ? 0 : random() < duplicate ? 2 : 1;
      return {
        swapped: random() < swapped,
        latenesses: Array.from({ length: times }, () => within(lateMs)),
      };
    },
    drawDelivery() {
      const { duplicate = 0, lateMs = 0 } = settings.queue ?? {};
      return { duplicate: random() < duplicate, lateMs: Math.round(random() * lateMs) };
    },
  };
}
