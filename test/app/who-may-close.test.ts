import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../support/desk-builders';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const iso = (inMs: number): string => new Date(app.clock.now() + inMs).toISOString();
const close = (account: string, message = 'Team day') =>
  app.call(account, 'saveClosure', {
    projectId: SUP,
    until: iso(HOUR),
    message,
    operationId: anOperation(),
  });
const desk = async (account: string) => (await app.value(account, 'getPanel', { projectId: SUP })).project;

async function letAgentsClose(agentsMayClose: boolean): Promise<void> {
  const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  await app.value('pia', 'saveProjectSettings', {
    projectId: SUP,
    rev,
    settings: { ...settings, agentsMayClose },
  });
}

describe('H4: who closes the chat for a time', () => {
  it('is no agent while the space doesn’t let them: it says whom to ask, and changes nothing', async () => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    const refused = await close('ann');
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(refused.ok ? '' : refused.error.message).toMatch(/Ask one of them\.$/);
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
    const project = await desk('ann');
    expect([project?.mayClose, project?.closures]).toEqual([undefined, undefined]);
  });

  it('is any agent where the space lets them, who is told what there is to end', async () => {
    await letAgentsClose(true);
    expect((await desk('ann'))?.mayClose).toBe(true);
    expect(await close('ann')).toMatchObject({ ok: true });
    const project = await desk('bo');
    expect(project?.closures).toMatchObject([{ until: iso(HOUR), message: 'Team day' }]);
    // Who closed it is for the settings page and the log.
    expect(project?.closures?.[0]).not.toHaveProperty('by');
    const closureId = project?.closures?.[0]?.closureId ?? '';
    const end = { projectId: SUP, closureId, operationId: anOperation() };
    expect(await app.code('bo', 'endClosure', end)).toBe('ok');
    expect((await desk('ann'))?.closures).toBeUndefined();
  });

  it('is an agent no more once that is switched off, also of what they closed themselves', async () => {
    await letAgentsClose(true);
    await close('ann');
    const closureId = (await desk('ann'))?.closures?.[0]?.closureId ?? '';
    await letAgentsClose(false);
    const end = { projectId: SUP, closureId, operationId: anOperation() };
    expect(await app.code('ann', 'endClosure', end)).toBe('not-allowed');
    expect((await desk('ann'))?.closures).toBeUndefined();
    expect((await desk('pia'))?.closures).toHaveLength(1);
  });
});
