import { Queue } from '@forge/events';
import { z } from 'zod';
import { PlatformFault, type Job, type Jobs } from '../ports';

const queue = new Queue({ key: 'jobs' });

const job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settle'), projectIds: z.array(z.string()), renew: z.boolean().optional() }),
  z.object({ kind: z.literal('erase'), accountId: z.string() }),
  z.object({ kind: z.literal('report-people') }),
]) satisfies z.ZodType<Job>;

/** Null: a job of another version, which is dropped. */
export const parseJob = (body: unknown): Job | null => job.nullable().catch(null).parse(body);

export const eventQueue: Jobs = {
  async push(body, delaySeconds) {
    try {
      await queue.push({
        body: { ...body },
        ...(delaySeconds !== undefined && { delayInSeconds: delaySeconds }),
      });
    } catch (error) {
      throw new PlatformFault('the job was not queued', { cause: error });
    }
  },
};
