import { describe, expect, it } from 'vitest';
import { sweepCosts } from '../support/sweep-cost';

describe('S8, S10: the five-minute sweep of scheduled agents', () => {
  it.each([
    [4, 6],
    [12, 12],
    [30, 6],
  ])(
    'costs three operations a space, and asks Jira once about each agent, in however many spaces they are: %i × %i',
    async (more, agents) => {
      const { spaces, jobs, reads, online, quiet, asked, compiling } = await sweepCosts(more, agents);
      expect(online).toBeGreaterThan(0);
      expect(quiet).toMatchObject({
        storage: 3 * spaces + jobs + reads + 2,
        jiraCalls: asked.length,
        bytesWritten: 0,
        logBytes: 0,
      });
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length).toBeGreaterThanOrEqual(online);
      // Twice a day: schedules are read once a job, each desk once more, and stored.
      expect(compiling).toMatchObject({ storage: quiet.storage + 3 * more + jobs, logBytes: 0 });
      expect(compiling.jiraCalls).toBeLessThanOrEqual(agents);
    },
  );
});
