import type { SiteDriver } from './a-site';

/** What something cost on the site: calls to Jira by kind, ids replaced, and operations of storage, and what Forge bills. */
export interface Cost {
  jira: Record<string, number>;
  jiraCalls: number;
  storage: number;
  /** Of functions: jobs and events included. */
  invocations: number;
  /** Of values in storage. */
  bytesRead: number;
  bytesWritten: number;
  logBytes: number;
}

const kindOf = (route: string): string =>
  route
    .replace('/rest/api/3/', '')
    .replace('/rest/servicedeskapi/', 'desk/')
    .replaceAll(/\/[A-Z]+-\d+/g, '/*')
    .replaceAll(/\/\d+/g, '/*');

/** Of what `happens`, and of all jobs and events that follow from it. */
export async function costOf({ site, clock }: SiteDriver, happens: () => Promise<unknown>): Promise<Cost> {
  site.stats.reset();
  await happens();
  await clock.run(site.idle());
  const { jira: routes, storage, invocations, log } = site.stats.snapshot();
  const jira: Record<string, number> = {};
  for (const [route, { calls }] of Object.entries(routes))
    jira[kindOf(route)] = (jira[kindOf(route)] ?? 0) + calls;
  const sum = (counts: number[]): number => counts.reduce((total, each) => total + each, 0);
  return {
    jira,
    jiraCalls: sum(Object.values(jira)),
    storage: sum(Object.values(storage).map(({ calls }) => calls)),
    invocations: sum(Object.values(invocations).map(({ calls }) => calls)),
    bytesRead: sum(Object.values(storage).map(({ bytesRead }) => bytesRead)),
    bytesWritten: sum(Object.values(storage).map(({ bytesWritten }) => bytesWritten)),
    logBytes: log.bytes,
  };
}
