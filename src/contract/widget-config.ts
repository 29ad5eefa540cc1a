import type { Slot } from '../domain/clock/schedule';

/**
 * What a customer's page needs once:
 * `GET {url}/v1/widgets/{widgetId}?locale=de-DE&v={config}`; with the `config` that the availability says, a browser
 * may keep it for ever.
 */
export interface WidgetConfig {
  /** BCP 47 tag of `labels`. */
  locale: string;
  labels: Record<string, string>;
  welcomeText: string;
  anonymous: 'when-online' | 'always' | 'never';
  /** Only people who are logged in may start: name and e-mail are not enough. */
  loggedInOnly?: true;
  /**
   * The chat is shown only within these hours of the visitor's own time, which their page judges by itself; absent: always. The
   * rules of a slot are those of docs/web-trigger.md.
   */
  hours?: { slots: Slot[]; holidays: { from: string; to: string }[] };
  /** Origins that may embed the widget; empty: every one. */
  allowedOrigins: string[];
  /** The project's request form on the portal. */
  requestUrl: string;
  loginUrl: string;
  /** Ask for name and e-mail after an anonymous start. */
  suggestRegistration: boolean;
  /** As `config` of the availability says it; null: not known. */
  version: string | null;
  /** How the icon looks: a style sheet for what the script of the same version draws. */
  style: string;
  /** File name of the lazy panel's script, under its content hash: `GET {url}/v1/{panel}`. */
  panel: string;
  /** As `panel`: the script for hours, and for what is promised. */
  clock: string;
}
