import type { Clock } from './clock';
import { createFaults, type Faults } from './faults';
import { createJira, type Jira } from './jira/jira';
import { KnownSnippets } from './known-snippets';
import type { Manifest } from './manifest';
import { BackgroundWork } from './platform/background-work';
import { createEventTriggers } from './platform/event-triggers';
import { FunctionCaller } from './platform/function-caller';
import { Gateway } from './platform/gateway';
import { createInstallation, type Installation } from './platform/installation';
import { createJiraGate } from './platform/jira-gate';
import { createKvs, type Kvs } from './platform/kvs';
import { JOB_TIMEOUT_MAX_MS, JOB_TIMEOUT_MS, UI_TIMEOUT_MS } from './platform/limits';
import { createLog, type Log, type LogLine } from './platform/log';
import { createQueue, type Queue } from './platform/queue';
import { createRealtime, type Realtime } from './platform/realtime';
import { createRealtimeGate } from './platform/realtime-gate';
import type { FunctionRuntime } from './platform/runtime';
import { Scheduler } from './platform/scheduler';
import { createStargate } from './platform/stargate';
import { createStorageGate } from './platform/storage-gate';
import { createWebTriggerUrls, type WebTriggerUrls } from './platform/web-trigger-urls';
import { createStats, type Stats } from './stats';

export interface ServiceOptions {
  clock: Clock;
  baseUrl: string;
  manifest: Manifest;
  functions: FunctionRuntime;
  tenant: string;
  jira: Jira | undefined;
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
  const faults = createFaults();
  const stats = createStats(now);
  const log = createLog(now, (line) => {
    stats.logged(line.text);
    onLog?.(line);
  });
  const jira = options.jira ?? createJira({ siteUrl: baseUrl, now });
  const kvs = createKvs({ entities: manifest.entities, now, queryLagMs: options.queryLagMs });
  const secret = installation.secretFor('realtime tokens');
  const realtime = createRealtime({ installationId, secret, now, stats });
  const webTriggers = createWebTriggerUrls(installation, manifest.webTriggers, baseUrl);
  const background = new BackgroundWork();

  const timeoutOf = (functionKey: string): number => {
    const seconds = manifest.functions.find(({ key }) => key === functionKey)?.timeoutSeconds;
    return seconds === undefined ? JOB_TIMEOUT_MS : Math.min(seconds * 1_000, JOB_TIMEOUT_MAX_MS);
  };
  /** Calls a module's function on nobody's behalf. */
  const callUnattended = (
    module: { key: string; function: string },
    moduleType: string,
    payload: unknown,
    timeoutMs: number,
  ): Promise<unknown> => {
    const invocation = {
      functionKey: module.function,
      payload,
      moduleKey: module.key,
      moduleType,
      timeoutMs,
    };
    return background.track(caller.call(invocation, { channelContext: null }));
  };

  const consumers = new Map(manifest.consumers.map((consumer) => [consumer.queue, consumer]));
  const queue = createQueue({
    clock,
    faults,
    stats,
    limitsOf(queueName) {
      const consumer = consumers.get(queueName);
      return consumer && { longRunning: timeoutOf(consumer.function) > JOB_TIMEOUT_MS };
    },
    deliver(event) {
      const consumer = consumers.get(event.queueName);
      if (!consumer) return Promise.reject(new Error(`The queue ${event.queueName} has no consumer.`));
      return callUnattended(consumer, 'consumer', event, timeoutOf(consumer.function));
    },
  });
  const scheduler = new Scheduler(clock, manifest.scheduledTriggers, (trigger) => {
    const payload = { context: { cloudId, moduleKey: trigger.key }, contextToken: 'local' };
    const run = callUnattended(trigger, 'scheduledTrigger', payload, timeoutOf(trigger.function));
    run.catch((error: unknown) => log.write(trigger.function, 'error', [error]));
  });
  const deliverEvent = createEventTriggers({
    triggers: manifest.triggers,
    clock,
    log,
    call: (trigger, payload) => callUnattended(trigger, 'trigger', payload, UI_TIMEOUT_MS),
  });
  jira.onEvent(({ name, payload }) => {
    const { duplicate, lateMs } = faults.drawDelivery();
    const deliver = (): void => {
      for (let times = duplicate ? 2 : 1; times > 0; times -= 1)
        void background.track(deliverEvent(name, payload));
    };
    if (lateMs > 0) clock.setTimeout(deliver, lateMs);
    else deliver();
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
    background,
    caller,
    deliverEvent,
  };
}
