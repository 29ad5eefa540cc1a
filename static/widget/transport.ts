import type { AvailabilityBody, WidgetConfig } from '../../src/contract/webtrigger-api';
import type { MountPanel } from './panel-host';

/** How the widget asks: over the public web trigger on web pages, over Forge's bridge in the portal. */
export interface Transport {
  /**
   * Rejects when the state cannot be learnt; by an `AskedToWait` when the server said so.
   * `fresh`: not 0 when somebody is about to rely on the answer, so no cache on the way may give it; a number that
   * was not there before.
   */
  getAvailability(fresh: number): Promise<AvailabilityBody>;
  /**
   * What is needed once something is to be drawn. Null: this page may not show the widget.
   * `version`: of what the server has now; of another one a cache gives nothing.
   */
  loadSetup(version: string | undefined): Promise<Setup | null>;
}

/** Why a request failed, where the server asked to be left alone for a while. */
export interface AskedToWait {
  /** Seconds; 0 when not said. */
  retryAfter: number;
}

export interface Setup {
  labels: Record<string, string>;
  /** BCP 47 tag of `labels`. */
  locale: string;
  welcomeText: string;
  loginUrl: string;
  /** Does the server know who is asking? */
  identified?: boolean;
  /** `always`: a visitor may start without saying who they are even while nobody is there. */
  anonymous?: WidgetConfig['anonymous'];
  /** Offer to leave name and e-mail where a visitor need not. */
  suggestRegistration?: boolean;
  loadPanel(): Promise<{ mountPanel: MountPanel }>;
}
