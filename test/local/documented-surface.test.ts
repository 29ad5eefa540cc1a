import { describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { createJira } from '../../local/jira/jira';
import { SEED_PROJECTS } from '../../local/jira/projects';
import { seedChat, widgetIdOf } from '../../local/seed-chat';
import { createSite } from '../../local/site';

/** The files and names that docs/local-site.md gives to scripts of other people, which nothing here would miss. */
describe('A script of somebody else’s', () => {
  it('finds site, clock, seed and Jira where the documentation says, and puts a Jira of its own around the real one', async () => {
    const clock = manualClock(Date.parse('2026-11-24T12:00:00Z'));
    const real = createJira({ siteUrl: 'http://localhost:4100', now: () => clock.now() });
    const asked: string[] = [];
    const jira = Object.create(real, {
      handle: {
        value: (request: Parameters<typeof real.handle>[0]) => {
          asked.push(request.path);
          return real.handle(request);
        },
      },
    }) as typeof real;
    const site = await createSite({ clock, jira, queryLagMs: 0 });
    await seedChat(site);
    const projectId = SEED_PROJECTS.find(({ key }) => key === 'SUP')?.id ?? '';
    expect(await widgetIdOf(site, 'SUP')).toMatch(/^[\w-]{22}$/);
    const answer = await site.invoke({ account: 'ann', functionKey: 'getPanel', payload: { projectId } });
    expect(answer).toMatchObject({ ok: true, value: { project: { key: 'SUP', chatEnabled: true } } });
    expect(asked).toContain('/rest/api/3/permissions/check');
    site.close();
  });
});
