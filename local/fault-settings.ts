import { z } from 'zod';

/** Probability that something happens to one call, 0–1. */
const probability = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0).max(900_000);
const span = z
  .tuple([milliseconds, milliseconds])
  .refine(([from, to]) => from <= to, 'must be [from, to] with from ≤ to');

const callFaults = {
  /** Refused: too many calls. */
  throttled: probability.optional(),
  /** Not applied, answered 504. */
  lostBefore: probability.optional(),
  /** Applied, and answered 504 all the same. */
  lostAfter: probability.optional(),
  /** Refused: not available. */
  down: z.union([z.boolean(), probability]).optional(),
  /** Every call takes between so many milliseconds. */
  latencyMs: span.optional(),
};

const eventFaults = z.strictObject({
  /** Each comes so much later, in no order. */
  lateMs: span.optional(),
  /** It comes twice. */
  duplicate: probability.optional(),
  /** The next one overtakes it. */
  swapped: probability.optional(),
  /** It never comes. */
  lost: probability.optional(),
});

export const faultSettings = z.strictObject({
  storage: z
    .strictObject({
      ...callFaults,
      /** In transactions, no condition holds for an entity that is absent, `NOT_EXISTS` included. */
      notExistsRefused: z.boolean().optional(),
    })
    .optional(),
  jira: z
    .strictObject({
      ...callFaults,
      /**
       * Seconds that a 429 says to wait, during which everything is refused; asked earlier, the wait grows. With
       * `throttled` such a time begins that often, without it once, with the next call.
       */
      retryAfterS: z.number().int().min(1).max(3_600).optional(),
      /** The app's account is neither Jira admin nor admin of a project. */
      noAdmin: z.boolean().optional(),
      /** Service desks are for their customers, not for everybody who has an account. */
      customersOnly: z.boolean().optional(),
      /** Nobody's address is shown, not even customers'. */
      hiddenAddresses: z.boolean().optional(),
      /** Outgoing mail is off: nobody is notified. */
      noMail: z.boolean().optional(),
      /** Searches see each change only so much later. */
      searchBehindMs: span.optional(),
    })
    .optional(),
  queue: z
    .strictObject({
      /** An event is delivered twice. */
      duplicate: probability.optional(),
      /** Every delivery is up to so late. */
      lateMs: milliseconds.optional(),
    })
    .optional(),
  /** Of Jira's events. Where it is not given, those of `queue` are for them, too. */
  events: eventFaults.optional(),
  /** What the platform leaves out of what functions and pages are told, where it is no documented part of it. */
  contexts: z.strictObject({ userPath: z.boolean().optional(), siteUrl: z.boolean().optional() }).optional(),
  /** Enforces the platform's limits per second and minute, which a busy test would pass at once. */
  rateLimits: z.boolean().optional(),
  seed: z.number().int().optional(),
});

export type FaultSettings = z.infer<typeof faultSettings>;
export type EventFaults = z.infer<typeof eventFaults>;

/** All that a real site may do to an app without anything being broken: what it promises to nobody, at once. */
export const strictFaults = (seed?: number): FaultSettings => ({
  jira: {
    noAdmin: true,
    customersOnly: true,
    hiddenAddresses: true,
    searchBehindMs: [0, 60_000],
    throttled: 0.01,
    retryAfterS: 5,
  },
  events: { lateMs: [0, 180_000], duplicate: 0.1, swapped: 0.1, lost: 0.05 },
  contexts: { userPath: false, siteUrl: false },
  storage: { notExistsRefused: true },
  ...(seed !== undefined && { seed }),
});
