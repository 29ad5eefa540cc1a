import { Queue } from '@forge/events';
import { PlatformFault, type Jobs } from '../ports';

const queue = new Queue({ key: 'jobs' });

export const eventQueue: Jobs = {
  async push(body, delaySeconds) {
    try {
      await queue.push({
        body: { ...body },
        ...(delaySeconds !== undefined && { delayInSeconds: delaySeconds }),
        // Of two at once, the one that read first might write last.
        ...(body.kind === 'tell-facts' && {
          concurrency: { key: `facts-${body.conversationId}`, limit: 1 },
        }),
      });
    } catch (error) {
      throw new PlatformFault('the job was not queued', { cause: error });
    }
  },
};
