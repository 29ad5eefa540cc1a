import type { Clock } from './clock';
import type { Faults } from './faults';
import type { Jira } from './jira/jira';
import type { Manifest } from './manifest';
import type { Kvs } from './platform/kvs';
import type { Log } from './platform/log';
import type { Queue } from './platform/queue';
import type { Realtime } from './platform/realtime';
import type { WebTriggerAnswer, WebTriggerRequest } from './platform/web-trigger';
import type { Stats } from './stats';

/** A call of `invoke()` by somebody in a page of a module. */
export interface InvokeRequest {
  /** A seed name, an account id, or "anonymous". */
  account: string;
  functionKey: string;
  payload?: unknown;
  /** Default: the global page for people with a licence, the portal's footer for others. */
  moduleKey?: string | undefined;
  /** The project (id or key) whose page the module is on. */
  projectId?: string | undefined;
  /** Members of the module's extension context besides `type`, `project` and `portal`. */
  extension?: Record<string, unknown> | undefined;
}

/** One Jira site with the app installed: functions, storage, queue, realtime and a Jira to talk to. */
export interface Site {
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly kvs: Kvs;
  readonly queue: Queue;
  readonly realtime: Realtime;
  readonly jira: Jira;
  readonly faults: Faults;
  readonly stats: Stats;
  readonly log: Log;
  readonly cloudId: string;
  readonly installationId: string;
  readonly environmentId: string;
  /** Where host pages are, e.g. http://localhost:4100. */
  readonly siteUrl: string;
  /** Runs the module's resolver as that person. Answers what the browser would get; rejects as `invoke()` would. */
  invoke(request: InvokeRequest): Promise<unknown>;
  /** The resolver's `context.extension`, and what `view.getContext()` tells a page of that module. */
  extensionOf(request: Pick<InvokeRequest, 'moduleKey' | 'projectId' | 'extension'>): Record<string, unknown>;
  webTrigger(request: WebTriggerRequest): Promise<WebTriggerAnswer>;
  /** The public address of a web trigger, without a slash at the end. */
  webTriggerUrl(key: string): string;
  /** Delivers a product event to the triggers that name it. */
  fireEvent(eventName: string, payload: Record<string, unknown>): Promise<void>;
  /** Deletes somebody in Jira, and tells the app as Jira would. */
  deletePerson(account: string): Promise<void>;
  /** Waits until no function is running. */
  idle(): Promise<void>;
  /** Forgets everything that was stored, queued or counted; Jira and the clock go back to the start. */
  reset(): void;
  close(): void;
}
