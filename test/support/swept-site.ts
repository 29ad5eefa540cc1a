import { SEED_PROJECTS, type Project } from '../../local/jira/projects';
import { storageKey } from '../../src/platform/storage';
import { aSiteWithJira } from './a-site-with-jira';
import { aDesk } from './desk-builders';
import { onShifts, SAVED_BEFORE_MS, shiftOf, storeDesks, storeRecord } from './scheduled-desks';

/** Which the local Jira reads anew each time. */
const projects = SEED_PROJECTS as Project[];

/** A site with so many more spaces, in each of which all of so many agents work by schedule. */
export async function aSweptSite(spaces: number, agents: number) {
  const app = await aSiteWithJira();
  const now = app.clock.now();
  const seeded = projects.length;
  const accountIds = Array.from({ length: agents }, (_, index) => {
    const { accountId } = app.jira.addPerson({ seedName: `shift${index}`, name: `Shift ${index}` });
    const savedAt = now - SAVED_BEFORE_MS;
    const value = { rev: 1, savedAt, schedule: shiftOf(index) };
    storeRecord(app.site, '/api/v1/set', { key: storageKey.schedule(accountId), value });
    return accountId;
  });
  const roster = onShifts(accountIds, now);
  for (let index = 0; index < spaces; index++) {
    const id = String(20_000 + index);
    const serviceDeskId = String(100 + index);
    projects.push({ id, key: `Q${index}`, name: `Queue ${index}`, type: 'service_desk', serviceDeskId });
    for (const accountId of accountIds) app.jira.grantAgent(accountId, id);
    const portal = { serviceDeskId, siteUrl: 'http://localhost:4100' };
    storeDesks(
      app.site,
      [aDesk({ projectId: id, widgetId: `w-${id}`.padEnd(22, '-'), portal, roster })],
      now,
    );
  }
  return { app, close: () => ((projects.length = seeded), app.site.close()) };
}
