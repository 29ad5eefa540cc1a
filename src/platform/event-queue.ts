import { Queue } from '@forge/events';
import { PlatformFault, type Jobs } from '../ports';

const queue = new Queue({ key: 'jobs' });

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
