import { z } from 'zod';

const pushedEvent = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().optional(),
  concurrency: z.object({ key: z.string(), limit: z.number().int().min(1) }).optional(),
});

export type PushedEvent = z.infer<typeof pushedEvent>;

/** The body of `POST /webhook/queue/publish/…`, as @forge/events sends it. */
export const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(pushedEvent).min(1),
});

export const jobRequest = z.object({ jobId: z.string() });
