import { asApp, assumeTrustedRoute, route } from '@forge/api';
import { describe, expect, it } from 'vitest';
import { takeContractProblems } from '../../../../local/jira/openapi/contract-problems';
import { insideFunction } from '../../inside-function';

const UNDOCUMENTED = 'GET /rest/api/3/project/{projectIdOrKey}: query has “colour”';

describe('The local site (R13)', () => {
  it('notes a call of the app that a real Jira does not know, says so in its log, and forgets it at a reset', async () => {
    const { inside, jira, log } = insideFunction();
    const ask = () => asApp().requestJira(route`/rest/api/3/project/SUP?colour=green`);
    await inside(async () => {
      await ask();
      await ask();
    });
    const problem = expect.stringContaining(UNDOCUMENTED);
    expect(jira.contract.all()).toEqual([problem]);
    expect(log.lines().filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ functionKey: 'jira', text: problem }),
    ]);
    // Without this, the test would fail after its end, as any other does that makes such a call.
    expect(takeContractProblems()).toEqual([problem]);
    jira.reset();
    expect(jira.contract.all()).toEqual([]);
  });

  it('judges the call also when Jira cannot be reached', async () => {
    const { inside, jira, faults } = insideFunction();
    faults.set({ jira: { down: true } });
    await inside(() => asApp().requestJira(route`/rest/api/3/project/SUP?colour=green`));
    expect(jira.contract.all()).toEqual([expect.stringContaining(UNDOCUMENTED)]);
    takeContractProblems();
  });

  it('judges the stand-in’s own answers, and not what a script makes of them', async () => {
    const { jira } = insideFunction();
    const changed = {
      ...(await jira.handle({ method: 'GET', path: '/rest/api/3/project/SUP', actor: { kind: 'app' } })),
      status: 299,
    };
    expect(changed.status).toBe(299);
    expect(jira.contract.all()).toEqual([]);
  });

  it('stops at a hundred problems, however many a storm of calls makes', async () => {
    const { inside, jira } = insideFunction();
    await inside(async () => {
      for (let n = 0; n < 120; n += 1)
        await asApp().requestJira(assumeTrustedRoute(`/rest/api/3/project/SUP?colour${n}=green`));
    });
    expect(jira.contract.all()).toHaveLength(100);
    takeContractProblems();
  });
});
