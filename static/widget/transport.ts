import type { AvailabilityBody } from '../../src/contract/webtrigger-api';
import type { MountPanel } from './panel-host';

/** How the widget asks: over the public web trigger on web pages, over Forge's bridge in the portal. */
export interface Transport {
  /**
   * Rejects when the state cannot be learnt; by a `Throttled` when the server said so.
   * `fresh`: somebody is about to rely on the answer, so no cache on the way may give it.
   */
  fetchAvailability(fresh: boolean): Promise<AvailabilityBody>;
  /** What is needed once something is to be drawn. Null: this page may not show the widget. */
  loadSetup(): Promise<Setup | null>;
}

export interface Throttled {
  throttled: boolean;
  /** Seconds. */
  retryAfter: number | null;
}

export interface Setup {
  labels: Record<string, string>;
  /** BCP 47 tag of `labels`. */
  locale: string;
  welcomeText: string;
  requestUrl: string;
  loginUrl: string;
  /** Does the server know who is asking? */
  identified: boolean;
  /** May a visitor start without saying who they are, even while nobody is there? */
  alwaysAnonymous: boolean;
  loadPanel(): Promise<{ mountPanel: MountPanel }>;
}
