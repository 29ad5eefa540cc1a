import { describe, expect, it } from 'vitest';
import { sweepCosts } from '../support/sweep-cost';

describe('S8, S10: the five-minute sweep of scheduled agents', () => {
  it.each([
    [4, 6],
    [12, 12],
  ])(
    'costs three operations a space, and asks Jira once a job about who is online: %i × %i',
    async (more, agents) => {
      const { spaces, jobs, online, quiet, compiling } = await sweepCosts(more, agents);
      expect(online).toBeGreaterThan(0);
      expect(quiet).toMatchObject({
        storage: 3 * spaces + jobs + 2,
        jiraCalls: online * jobs,
        bytesWritten: 0,
        logBytes: 0,
      });
      // Twice a day: schedules are read once a job, each desk once more, and stored.
      expect(compiling).toMatchObject({
        storage: quiet.storage + 3 * more + jobs,
        jiraCalls: agents * jobs,
        logBytes: 0,
      });
    },
  );
});
