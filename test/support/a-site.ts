import { manualClock, type ManualClock } from '../../local/clock';
import { seedChat, widgetIdOf } from '../../local/seed-chat';
import type { InvokeRequest } from '../../local/page-invoke';
import { createSite, type Site, type SiteOptions } from '../../local/site';
import { stateOf, type SiteState } from '../../local/site-state';
import type { Answer, FunctionKey, Payload, Values } from '../../src/contract/functions';
import type { AvailabilityBody } from '../../src/contract/availability';
import { NOON } from './desk-builders';

export const SUP = '10001';
export const OPS = '10002';
export const HR = '10003';

/** A local site without its server, and the ways in which people reach the app on it. */
export interface SiteDriver {
  site: Site;
  clock: ManualClock;
  /** What the browser of that person would get; for calls about a portal, in that portal. `place`: where it asks from. */
  call<F extends FunctionKey>(
    account: string,
    functionKey: F,
    payload?: Payload<F>,
    place?: Place,
  ): Promise<Answer<F>>;
  /** The same, for calls that must succeed. */
  value<F extends FunctionKey>(account: string, functionKey: F, payload?: Payload<F>): Promise<Values[F]>;
  /** The same, for calls that must not: `ok` when it was allowed after all. */
  code<F extends FunctionKey>(account: string, functionKey: F, payload?: Payload<F>): Promise<string>;
  goOnline(
    account: string,
    options?: { until?: string | null; projectId?: string },
  ): Promise<Values['getPanel']>;
  goOffline(account: string, projectId?: string): Promise<Values['getPanel']>;
  accountId(name: string): string;
  widgetId(projectKey: string): Promise<string>;
  poll(widgetId: string): Promise<AvailabilityBody>;
}

/** The frame that asks, and what the platform says of it. */
export type Place = Pick<InvokeRequest, 'moduleKey' | 'projectId' | 'extension'>;

let operations = 0;
export const anOperation = (): string => `operation-${(operations++).toString()}`;

type Options = Partial<Omit<SiteOptions, 'clock' | 'from'>>;

/** A site at noon with chat switched on. Its functions have not run yet, unless it has options of its own. */
export async function aSite(options?: Options): Promise<SiteDriver> {
  if (options) return aWarmSite(options);
  const clock = manualClock(NOON);
  return driverOf(await createSite({ clock, queryLagMs: 0, from: await seededState() }), clock);
}

/** The same after functions have run: what they asked is still in their memory, and is not counted again. */
export async function aWarmSite(options: Options = {}): Promise<SiteDriver> {
  const clock = manualClock(NOON);
  const site = await createSite({ clock, queryLagMs: 0, ...options });
  await seedChat(site);
  return driverOf(site, clock);
}

let seeded: Promise<SiteState> | undefined;

/** Installed and seeded once in a worker: every site that begins there saves those cold starts. */
export function seededState(): Promise<SiteState> {
  seeded ??= (async () => {
    const site = await createSite({ clock: manualClock(NOON), queryLagMs: 0 });
    await seedChat(site);
    const state = stateOf(site);
    site.close();
    return state;
  })();
  return seeded;
}

export function driverOf(site: Site, clock: ManualClock): SiteDriver {
  const driver: SiteDriver = {
    site,
    clock,
    async call(account, functionKey, payload, place = placeOf(payload)) {
      return (await site.invoke({ account, functionKey, payload, ...place })) as never;
    },
    async value(account, functionKey, payload) {
      const answer = await driver.call(account, functionKey, payload);
      if (!answer.ok)
        throw new Error(`${functionKey} as ${account}: ${answer.error.code}: ${answer.error.message}`);
      return answer.value as never;
    },
    async code(account, functionKey, payload) {
      const answer = await driver.call(account, functionKey, payload);
      return answer.ok ? 'ok' : answer.error.code;
    },
    goOnline: (account, { until = null, projectId = SUP } = {}) =>
      driver.value(account, 'goOnline', { scope: 'project', projectId, until, operationId: anOperation() }),
    goOffline: (account, projectId = SUP) =>
      driver.value(account, 'goOffline', { scope: 'project', projectId, operationId: anOperation() }),
    accountId(name) {
      const person = site.jira.person(name);
      if (!person) throw new Error(`nobody is called ${name}`);
      return person.accountId;
    },
    async widgetId(projectKey) {
      const id = await widgetIdOf(site, projectKey);
      if (id === null) throw new Error(`${projectKey} has no widget id`);
      return id;
    },
    async poll(widgetId) {
      const answer = await site.webTrigger({ method: 'GET', path: `/v1/availability/${widgetId}` });
      if (answer.status !== 200) throw new Error(`the poll was answered ${String(answer.status)}`);
      return JSON.parse(String(answer.body)) as AvailabilityBody;
    },
  };
  return driver;
}

/** A payload that names a portal comes from the frame in it. */
function placeOf(payload: unknown): Place {
  const { portalId } = Object(payload) as { portalId?: unknown };
  if (typeof portalId !== 'string' && typeof portalId !== 'number') return {};
  if (!/^\d+$/.test(String(portalId))) return {};
  return { moduleKey: 'portal-chat', extension: { page: 'portal', portal: { id: Number(portalId) } } };
}
