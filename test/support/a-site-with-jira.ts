import { manualClock } from '../../local/clock';
import { createJira, type Jira, type JiraAnswer } from '../../local/jira/jira';
import { createSite } from '../../local/site';
import { driverOf, seededState, type SiteDriver } from './a-site';
import { NOON } from './desk-builders';

export type JiraRequest = Parameters<Jira['handle']>[0];

/** What stands between the app and Jira. */
export interface JiraWire {
  /** Calls of the site since the last `forget`, also those that never reached Jira. People's own: `jira.handle`. */
  calls: { at: number; call: string; as: string; body: string | undefined }[];
  forget(): void;
  /** Answers instead of Jira; null: Jira does. */
  instead: ((request: JiraRequest) => JiraAnswer | null) | null;
  /** What Jira's answers read like instead. */
  alter: ((body: string) => string) | null;
}

/** A site whose way to Jira can be watched, and cut. */
export async function aSiteWithJira(): Promise<SiteDriver & { wire: JiraWire; jira: Jira }> {
  const clock = manualClock(NOON);
  const jira = createJira({ siteUrl: 'http://localhost:4100', now: () => clock.now() });
  const wire: JiraWire = { calls: [], forget: () => void wire.calls.splice(0), instead: null, alter: null };
  const watched: Jira = {
    ...jira,
    async handle(request) {
      const { method, path, actor, body } = request;
      const call = `${method} ${path.split('?')[0] ?? ''}`;
      wire.calls.push({ at: clock.now(), call, as: actor.kind, body });
      const other = wire.instead?.(request);
      const answer = other ?? (await jira.handle(request));
      return wire.alter ? { ...answer, body: wire.alter(answer.body) } : answer;
    },
  };
  const site = await createSite({ clock, jira: watched, queryLagMs: 0, from: await seededState() });
  wire.forget();
  return { ...driverOf(site, clock), wire, jira };
}
