import path from 'node:path';
import { createActionCall, type ActionRequest } from './action-call';
import type { Clock } from './clock';
import { extensionOf, moduleOf, type Placement } from './invoke-context';
import type { Jira } from './jira/jira';
import { readManifest, type Manifest } from './manifest';
import { QUERY_LAG_MS } from './platform/limits';
import type { LogLine } from './platform/log';
import { createFunctionRuntime, type FunctionRuntime } from './platform/runtime';
import type { WebTriggerAnswer, WebTriggerRequest } from './platform/web-trigger';
import { createPageInvoke, type InvokeRequest } from './page-invoke';
import { createServices, type SiteServices } from './site-services';
import { leapOver } from './site-leap';
import { restoreState, type SiteState } from './site-state';
import { createWebTriggerCall } from './web-trigger-call';

type PublicServices = Pick<
  SiteServices,
  | 'installation'
  | 'kvs'
  | 'queue'
  | 'realtime'
  | 'jira'
  | 'faults'
  | 'stats'
  | 'log'
  | 'webTriggers'
  | 'snippets'
>;

/** One Jira site with the app installed: functions, storage, queue, realtime and a Jira to talk to. */
export interface Site extends Readonly<PublicServices> {
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly functions: FunctionRuntime;
  readonly cloudId: string;
  readonly environmentId: string;
  /** Where host pages are, e.g. http://localhost:4100. */
  readonly siteUrl: string;
  /** Whether it began with the faults of `strictFaults()`. */
  readonly strict: boolean;
  /** Runs the module's resolver as that person. Answers what the browser would get; rejects as `invoke()` would. */
  invoke(request: InvokeRequest): Promise<unknown>;
  /** Runs an action as that person, as an agent of Rovo would. */
  act(request: ActionRequest): Promise<unknown>;
  /** The resolver's `context.extension`, and what `view.getContext()` tells a page of that module. */
  extensionOf(place: Placement & { moduleKey: string }): Record<string, unknown>;
  webTrigger(request: WebTriggerRequest): Promise<WebTriggerAnswer>;
  /** The public address of a web trigger, without a slash at the end. */
  webTriggerUrl(key: string): string;
  /** How many invocations the installation has left in this minute. */
  invocationsLeft(): { limit: number; remaining: number; resetSeconds: number };
  /** Calls of the app, and answers of the local Jira, that Atlassian's documents do not know: each kind once. */
  contractProblems(): string[];
  /** Delivers a product event to the triggers that name it. */
  fireEvent(eventName: string, payload: Record<string, unknown>): Promise<void>;
  /** Another version of the app takes over, and has done by the end what it does then. */
  upgrade(): Promise<void>;
  /** Deletes somebody in Jira, and tells the app as Jira would. */
  deletePerson(account: string): Promise<void>;
  /**
   * Lets days pass of which nothing is to be seen: as an advance of the clock, but the scheduled triggers run once in
   * six hours only, as on a platform that is late.
   */
  leap(ms: number): Promise<void>;
  /** Waits until no function is running. On a manual clock, time passes where functions wait for it. */
  idle(): Promise<void>;
  /**
   * Forgets what was stored, queued, counted and changed in Jira; the clock goes back; the app is installed anew, or
   * goes on from a state of that time.
   */
  reset(from?: SiteState): Promise<void>;
  /** Called at the beginning of every reset. */
  onReset(listener: () => void): void;
  /** Stops what the site planned on its clock. */
  close(): void;
}

export interface SiteOptions {
  clock: Clock;
  /** Where the site is served; default: http://localhost:4100. */
  baseUrl?: string;
  /** Default: the manifest.yml of this repository. */
  manifestPath?: string;
  /** Default: a new one with the seeded people and projects. */
  jira?: Jira;
  /** Milliseconds until queries see a write. */
  queryLagMs?: number;
  /** As `npm start -- --strict`: with the faults of `strictFaults()`, from the start and after each reset. */
  strict?: boolean;
  /** Begins where another site stopped, on a clock that says the same: neither installed nor seeded again. */
  from?: SiteState | undefined;
  /** Another site: both are installations of one app in one warm process, on one clock. */
  share?: Site;
  onLog?: (line: LogLine) => void;
}

const DEFAULT_MANIFEST = path.resolve(import.meta.dirname, '..', 'manifest.yml');
const DEFAULT_URL = 'http://localhost:4100';

/** Sets the app up on a site of its own. Throws a ManifestError when it cannot be. */
export async function createSite(options: SiteOptions): Promise<Site> {
  const { share, baseUrl: siteUrl = DEFAULT_URL, onLog } = options;
  const clock = share?.clock ?? options.clock;
  const manifest = share?.manifest ?? readManifest(options.manifestPath ?? DEFAULT_MANIFEST);
  const functions = share?.functions ?? (await createFunctionRuntime(manifest, clock));
  const services = createServices({
    clock,
    baseUrl: siteUrl,
    manifest,
    functions,
    tenant: share ? `beside ${share.installation.installationId}` : 'first',
    jira: options.jira,
    strict: options.strict ?? false,
    queryLagMs: options.queryLagMs ?? QUERY_LAG_MS,
    onLog,
  });
  const { installation, jira, scheduler, background, caller, webTriggers } = services;
  const invokeInPage = createPageInvoke(manifest, siteUrl, services);
  const callAction = createActionCall(manifest, siteUrl, services);
  const callWebTrigger = createWebTriggerCall(manifest, services);

  const tellApp = (what: 'installed' | 'upgraded'): Promise<void> =>
    services.deliverEvent(`avi:forge:${what}:app`, {
      id: installation.installationId,
      app: { id: manifest.appId, version: installation.appVersion },
      environment: { id: installation.environmentId },
    });

  scheduler.start();
  if (options.from) restoreState(services, options.from);
  else await clock.run(tellApp('installed'));
  const resetListeners: (() => void)[] = [];

  return {
    ...services,
    manifest,
    clock,
    functions,
    siteUrl,
    strict: options.strict ?? false,
    cloudId: installation.cloudId,
    environmentId: installation.environmentId,
    async invoke(request) {
      const answer = await clock.run(invokeInPage(request));
      services.snippets.note(answer);
      return answer;
    },
    act: (request) => clock.run(callAction(request)),
    extensionOf: (place) => extensionOf(jira, siteUrl, moduleOf(manifest, place.moduleKey), place),
    webTrigger: (request) => clock.run(callWebTrigger(request)),
    webTriggerUrl(key) {
      const url = webTriggers.urlOf(key);
      if (url === undefined) throw new Error(`The manifest has no web trigger "${key}".`);
      return url;
    },
    invocationsLeft: () => ({
      limit: caller.rates.installation.limit,
      remaining: caller.rates.installation.remaining,
      resetSeconds: caller.rates.installation.resetSeconds,
    }),
    contractProblems: () => jira.contract.all(),
    fireEvent: (eventName, payload) => clock.run(services.deliverEvent(eventName, payload)),
    async upgrade() {
      await clock.run(tellApp('upgraded'));
      await clock.run(background.idle());
      services.kvs.catchUp();
    },
    async deletePerson(account) {
      const person = jira.person(account);
      if (!person) throw new Error(`Nobody on this site has the name or account id "${account}".`);
      const { accountId } = person;
      jira.deletePerson(accountId);
      await clock.run(services.deliverEvent('avi:jira:deleted:user', { user: { accountId } }));
    },
    leap: (ms) => leapOver(ms, clock, services),
    idle: () => clock.run(background.idle()),
    onReset: (listener) => void resetListeners.push(listener),
    async reset(from) {
      for (const listener of resetListeners) listener();
      forget(services);
      functions.restart();
      clock.reset();
      scheduler.start();
      if (from) restoreState(services, from);
      else await clock.run(tellApp('installed'));
      await clock.run(background.idle());
      services.log.clear();
      services.stats.reset();
    },
    close: () => stop(services),
  };
}

/** Ends what runs, and what is planned. */
function stop({ caller, scheduler, queue, productEvents }: SiteServices): void {
  caller.abandon();
  scheduler.stop();
  queue.reset();
  productEvents.clear();
}

function forget(services: SiteServices): void {
  stop(services);
  services.faults.reset();
  services.kvs.reset();
  services.jira.reset();
  services.snippets.clear();
}
