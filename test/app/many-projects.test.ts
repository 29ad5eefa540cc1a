import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEED_PROJECTS, type Project } from '../../local/jira/projects';
import { anOperation } from '../support/a-site';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor } from '../support/a-visitor';
import { aChat } from '../support/a-chat';
import { MINUTE } from '../support/desk-builders';

let app: Awaited<ReturnType<typeof aSiteWithJira>>;
/** Which the local Jira reads anew each time. */
const projects = SEED_PROJECTS as Project[];
const seeded = projects.length;

beforeEach(async () => {
  app = await aSiteWithJira();
});

afterEach(() => {
  projects.length = seeded;
});

/** So many more projects with chat, in each of which Ann is an agent. */
async function addProjects(count: number): Promise<{ id: string; key: string }[]> {
  const added = Array.from({ length: count }, (_, n) => {
    const number = String(n).padStart(3, '0');
    const id = String(20_000 + n);
    return { id, key: `Q${number}`, name: `Queue ${number}`, serviceDeskId: String(100 + n) };
  });
  for (const project of added) {
    projects.push({ ...project, type: 'service_desk' });
    app.jira.grantAgent(app.accountId('ann'), project.id);
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: project.id });
    await app.value('joe', 'saveProjectSettings', {
      projectId: project.id,
      rev,
      settings: { ...settings, chatEnabled: true },
    });
  }
  return added;
}

describe('S3: an agent of many projects', () => {
  it.each([60, 200])(
    '%i: sees all of them, and is online where she is, also in the last one',
    async (count) => {
      const added = await addProjects(count);
      const last = added.at(-1) ?? { id: '', key: '' };
      await app.goOnline('ann', { projectId: last.id });
      const panel = await app.value('ann', 'getPanel', {});
      expect(panel.me.online).toBe(true);
      expect(panel.projects).toHaveLength(count + 2);
      expect(panel.projects.filter(({ online }) => online).map(({ id }) => id)).toEqual([last.id]);
    },
  );

  it.each([60, 200])(
    '%i: goes online and offline in all of them at once, told to windows once',
    async (count) => {
      const added = await addProjects(count);
      const all = (key: 'goOnline' | 'goOffline') =>
        app.value('ann', key, { scope: 'all', operationId: anOperation() });
      app.site.stats.reset();
      const { projects } = await all('goOnline');
      expect(projects.filter(({ online }) => online)).toHaveLength(count + 2);
      expect(app.site.stats.snapshot().realtime.published).toBe(1);
      expect((await app.poll(await app.widgetId(added.at(-1)?.key ?? ''))).state).toBe('online');
      expect((await all('goOffline')).projects.filter(({ online }) => online)).toEqual([]);
    },
  );

  it('is told of new messages in the last one, too', async () => {
    const added = await addProjects(60);
    const last = added.at(-1) ?? { id: '', key: '' };
    await app.goOnline('ann', { projectId: last.id });
    const visitor = aVisitor(app, await app.widgetId(last.key));
    await visitor.start('Hello');
    await aChat(app, () => visitor).settle();
    const since = new Date(app.clock.now() - MINUTE).toISOString();
    expect((await app.value('ann', 'getNewMessages', { since })).messages).toMatchObject([
      { projectId: last.id, line: 'Hello' },
    ]);
  });
});
