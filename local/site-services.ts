import type { Clock } from './clock';
import { strictFaults } from './fault-settings';
import { createFaults, type Faults } from './faults';
import { createJira, type Jira } from './jira/jira';
import { KnownSnippets } from './known-snippets';
import type { Manifest } from './manifest';
import { BackgroundWork } from './platform/background-work';
import { FunctionCaller } from './platform/function-caller';
import { Gateway } from './platform/gateway';
import { createInstallation, type Installation } from './platform/installation';
import { createJiraGate } from './platform/jira-gate';
import { createKvs, type Kvs } from './platform/kvs';
import { createLog, type Log, type LogLine } from './platform/log';
import type { Queue } from './platform/queue';
import type { ProductEvents } from './platform/product-events';
import { createRealtime, type Realtime } from './platform/realtime';
import { createRealtimeGate } from './platform/realtime-gate';
import type { FunctionRuntime } from './platform/runtime';
import type { Scheduler } from './platform/scheduler';
import { createStargate } from './platform/stargate';
import { createStorageGate } from './platform/storage-gate';
import { createWebTriggerUrls, type WebTriggerUrls } from './platform/web-trigger-urls';
import { createStats, type Stats } from './stats';
import { createUnattended } from './unattended';

export interface ServiceOptions {
  clock: Clock;
  baseUrl: string;
  manifest: Manifest;
  functions: FunctionRuntime;
  tenant: string;
  jira: Jira | undefined;
  /** Refuses, delays and loses from the start what a real site may. */
  strict: boolean;
  queryLagMs: number;
  onLog: ((line: LogLine) => void) | undefined;
}

/** What one installation of the app has around its functions. */
export interface SiteServices {
  installation: Installation;
  faults: Faults;
  stats: Stats;
  log: Log;
  jira: Jira;
  kvs: Kvs;
  realtime: Realtime;
  queue: Queue;
  webTriggers: WebTriggerUrls;
  snippets: KnownSnippets;
  scheduler: Scheduler;
  productEvents: ProductEvents;
  background: BackgroundWork;
  caller: FunctionCaller;
  deliverEvent: (eventName: string, payload: Record<string, unknown>) => Promise<void>;
}

export function createServices(options: ServiceOptions): SiteServices {
  const { clock, baseUrl, manifest, functions, tenant, onLog } = options;
  const { now } = clock;
  const scopes = new Set(manifest.permissions.scopes);
  const installation = createInstallation(manifest.appId, tenant, [...scopes]);
  const { cloudId, installationId } = installation;
  const faults = createFaults(options.strict ? strictFaults() : {});
  const stats = createStats(now);
  const log = createLog(now, (line) => {
    stats.logged(line.text);
    onLog?.(line);
  });
  const jira = options.jira ?? createJira({ siteUrl: baseUrl, now });
  jira.setIndexed(manifest.indexed);
  jira.contract.onProblem((problem) =>
    log.write('jira', 'error', [`Not in Atlassian's documents: ${problem}`]),
  );
  faults.onChange((settings) => {
    const { noAdmin, customersOnly, hiddenAddresses, noMail, searchBehindMs } = settings.jira ?? {};
    jira.setConditions({
      appIsAdmin: !noAdmin,
      customersOnly: customersOnly ?? false,
      addressesHidden: hiddenAddresses ?? false,
      noMail: noMail ?? false,
      searchLagMs: searchBehindMs ? faults.drawSearchLag : null,
    });
  });
  faults.reset();
  const kvs = createKvs({
    entities: manifest.entities,
    now,
    queryLagMs: options.queryLagMs,
    absentRefused: () => faults.get().storage?.notExistsRefused ?? false,
  });
  const secret = installation.secretFor('realtime tokens');
  const realtime = createRealtime({ installationId, secret, now, stats });
  const webTriggers = createWebTriggerUrls(installation, manifest.webTriggers, baseUrl);
  const background = new BackgroundWork();

  const { queue, scheduler, productEvents, deliverEvent } = createUnattended({
    manifest,
    clock,
    faults,
    stats,
    log,
    jira,
    cloudId,
    background,
    call: (invocation) => caller.call(invocation, { channelContext: null }),
  });
  const gateway = new Gateway({
    storage: createStorageGate({ kvs, clock, faults, stats, allowed: scopes.has('storage:app') }),
    jira: createJiraGate({ jira, clock, faults, stats, scopes }),
    stargate: createStargate({ queue, jira, urls: webTriggers, scopes }),
    realtime: createRealtimeGate({ realtime, faults, now }),
  });
  const caller = new FunctionCaller({ runtime: functions, installation, gateway, stats, faults, log, now });

  return {
    installation,
    faults,
    stats,
    log,
    jira,
    kvs,
    realtime,
    queue,
    webTriggers,
    snippets: new KnownSnippets(),
    scheduler,
    productEvents,
    background,
    caller,
    deliverEvent,
  };
}
