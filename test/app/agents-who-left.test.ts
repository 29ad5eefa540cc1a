import { beforeEach, describe, expect, it } from 'vitest';
import { OPS, SUP } from '../support/a-site';
import { aSiteWithJira, type JiraRequest } from '../support/a-site-with-jira';
import { HOUR, MINUTE } from '../support/desk-builders';

let app: Awaited<ReturnType<typeof aSiteWithJira>>;

beforeEach(async () => {
  app = await aSiteWithJira();
  app.jira.grantAgent(app.accountId('cy'), SUP);
  for (const name of ['ann', 'bo', 'cy']) await app.goOnline(name);
  app.jira.revokeAgent(app.accountId('cy'), SUP);
});

const CHECK = '/rest/api/3/permissions/check';
const refusal = (status: number) => ({
  status,
  body: JSON.stringify({ errorMessages: ['No.'], errors: {} }),
  headers: {},
});
const isCheckOf = ({ path, body, actor }: JiraRequest, name: string): boolean =>
  path === CHECK && actor.kind === 'app' && Boolean(body?.includes(app.accountId(name)));
const checks = (): number =>
  app.wire.calls.filter(({ call, as }) => call === `POST ${CHECK}` && as === 'app').length;

async function namesAfter(ms: number): Promise<string[]> {
  await app.clock.advance(ms);
  const { agents } = await app.value('pia', 'getPanel', { projectId: SUP });
  return agents.map(({ name }) => name ?? '').sort((a, b) => a.localeCompare(b));
}

describe('S10: who is no agent any more is not counted', () => {
  it.each([400, 403, 404, 500, 200])(
    'one account that Jira will not check (%i) hides nobody else, and stays',
    async (status) => {
      app.wire.instead = (request) => (isCheckOf(request, 'ann') ? refusal(status) : null);
      const names = await namesAfter(HOUR + 10 * MINUTE);
      expect(names).toEqual(['Ann Agent', 'Bo Becker']);
    },
  );

  it('a closed account leaves, though Jira will not check it', async () => {
    app.jira.setActive(app.accountId('ann'), false);
    app.wire.instead = (request) => (isCheckOf(request, 'ann') ? refusal(400) : null);
    expect(await namesAfter(10 * MINUTE)).toEqual(['Bo Becker']);
  });

  it('an app that is no Jira admin may check nobody: closed accounts leave, the others stay', async () => {
    app.wire.instead = ({ path, actor }) => (path === CHECK && actor.kind === 'app' ? refusal(403) : null);
    app.jira.setActive(app.accountId('ann'), false);
    expect(await namesAfter(10 * MINUTE)).toEqual(['Bo Becker', 'Cy Chen']);
  });

  it('what is always refused is asked of three people an hour', async () => {
    app.wire.instead = ({ path, actor }) => (path === CHECK && actor.kind === 'app' ? refusal(403) : null);
    await app.clock.advance(5 * MINUTE);
    expect(checks()).toBe(3);
    await app.clock.advance(50 * MINUTE);
    expect(checks()).toBe(3);
    app.wire.instead = null;
    expect(await namesAfter(20 * MINUTE)).toEqual(['Ann Agent', 'Bo Becker']);
  });

  it('Jira that is down is asked a few times a sweep, whoever is online, and everybody stays', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `more${String(n)}`);
    for (const name of names) {
      app.jira.addPerson({ seedName: name, name });
      app.jira.grantAgent(app.accountId(name), SUP);
      await app.goOnline(name);
    }
    app.wire.instead = ({ path }) => (path === CHECK ? { status: 503, body: '', headers: {} } : null);
    app.wire.forget();
    await app.clock.advance(5 * MINUTE + 30_000);
    expect(checks()).toBeLessThanOrEqual(10);
    app.wire.instead = null;
    const panel = await app.value('pia', 'getPanel', { projectId: SUP });
    expect(panel.onlineCount).toBe(33);
  });

  it('of more than a job checks, another asks about the others in the same sweep', async () => {
    const names = Array.from({ length: 150 }, (_, n) => `more${String(n)}`);
    for (const name of names) {
      app.jira.addPerson({ seedName: name, name });
      app.jira.grantAgent(app.accountId(name), SUP);
      await app.goOnline(name);
    }
    app.wire.forget();
    await app.clock.advance(5 * MINUTE);
    expect(checks()).toBe(153);
    expect((await app.value('pia', 'getPanel', { projectId: SUP })).onlineCount).toBe(152);
  });

  it('whoever is an agent in one of their spaces only stays there, and is asked about once for both', async () => {
    app.jira.grantAgent(app.accountId('bo'), OPS);
    await app.goOnline('bo', { projectId: OPS });
    app.jira.revokeAgent(app.accountId('bo'), SUP);
    app.wire.forget();
    await app.clock.advance(5 * MINUTE + 10_000);
    const ofBo = app.wire.calls.filter(
      ({ call, as, body }) =>
        call === `POST ${CHECK}` && as === 'app' && body?.includes(app.accountId('bo')) === true,
    );
    expect(ofBo).toHaveLength(1);
    const { projects } = await app.value('pia', 'getPanel', { projectId: SUP });
    expect(projects.find(({ id }) => id === SUP)?.onlineCount).toBe(1);
    expect((await app.value('otto', 'getPanel', { projectId: OPS })).onlineCount).toBe(1);
  });

  it('a slow Jira is asked about everybody all the same, one job after the other', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `more${String(n)}`);
    for (const name of names) {
      app.jira.addPerson({ seedName: name, name });
      app.jira.grantAgent(app.accountId(name), SUP);
      await app.goOnline(name);
    }
    app.jira.revokeAgent(app.accountId('more19'), SUP);
    app.site.faults.set({ jira: { latencyMs: [4_000, 4_000] } });
    app.site.stats.reset();
    await app.clock.advance(7 * MINUTE);
    // One settles, the others ask for 25 s each.
    expect(app.site.stats.snapshot().invocations['run-job']?.calls).toBeGreaterThanOrEqual(4);
    app.site.faults.set({});
    expect((await app.value('pia', 'getPanel', { projectId: SUP })).onlineCount).toBe(21);
  });

  it('a pause that Jira asks for is kept: nobody is judged by it, and the next sweep after it does', async () => {
    app.wire.instead = ({ path }) =>
      path === CHECK ? { status: 429, body: '{}', headers: { 'retry-after': '400' } } : null;
    app.wire.forget();
    await app.clock.advance(5 * MINUTE + 10_000);
    expect(checks()).toBe(1);
    app.wire.instead = null;
    expect(await namesAfter(5 * MINUTE)).toEqual(['Ann Agent', 'Bo Becker', 'Cy Chen']);
    expect(await namesAfter(5 * MINUTE)).toEqual(['Ann Agent', 'Bo Becker']);
  });

  it('a job that comes twice, and late, takes out whom Jira no longer knows as an agent, and nobody else', async () => {
    app.site.faults.set({ queue: { duplicate: 1, lateMs: 120_000 } });
    expect(await namesAfter(8 * MINUTE)).toEqual(['Ann Agent', 'Bo Becker']);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.filter(({ event }) => event === 'removed')).toHaveLength(1);
  });
});
