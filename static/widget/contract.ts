import type { AvailabilityBody } from '../../src/contract/availability';
import type { WidgetConfig } from '../../src/contract/widget-config';
import type { Availability, FrontdeskEvents, PageVisitor } from './frontdesk-api';

/**
 * What launcher and panel know of each other. They are built and loaded apart, perhaps from two versions, and share no
 * code.
 */

/** How the widget asks: over the public web trigger on web pages, over Forge's bridge in the portal. */
export interface Transport {
  /**
   * Rejects when the state cannot be learnt; by an `AskedToWait` when the server said so.
   * `fresh`: not 0 when somebody is about to rely on the answer, so no cache on the way may give it; a number that
   * was not there before.
   * `cache`: absent where the browser may answer by what it was told up to `AVAILABILITY_CACHE_S` ago; else it is to ask,
   * and to keep the answer.
   */
  getAvailability(fresh: number, cache?: 'reload'): Promise<Told>;
  /**
   * What is needed once something is to be drawn. Nothing: this page may not show the widget.
   * `version`: of what the server has now; of another one a cache gives nothing.
   */
  loadSetup(version: string | undefined): Promise<Setup | null | undefined>;
}

/** Why a request failed, where the server asked to be left alone for a while. */
export interface AskedToWait {
  /** Seconds; 0 when not said. */
  retryAfter: number;
}

export interface Setup {
  /** Rules of the icon's sheet. */
  style: string;
  labels: Record<string, string>;
  /** BCP 47 tag of `labels`. */
  locale: string;
  welcomeText: string;
  loginUrl: string;
  /** Does the server know who is asking? */
  identified?: boolean;
  /** `always`: a visitor may start without saying who they are even while nobody is there. */
  anonymous?: WidgetConfig['anonymous'];
  /** Only people who are logged in, or whom the web site has signed in, may start. */
  loggedInOnly?: true;
  /** Offer to leave name and e-mail where a visitor need not. */
  suggestRegistration?: boolean;
  /** Where a link cannot simply be followed: in the portal's frame. */
  follow?: (url: string) => void;
  /** The chat is drawn only within these hours of the visitor's own time, which `clock` knows. */
  hours?: WidgetConfig['hours'];
  /** Code that most pages never need. */
  load<P extends keyof LazyParts>(part: P): Promise<LazyParts[P]>;
}

export interface LazyParts {
  panel: { mountPanel: MountPanel };
  clock: { keepTime: KeepTime };
}

/** An answer as a transport hands it on. */
export interface Told extends AvailabilityBody {
  /** By what factor to ask less often, as far as the platform has said (`crowding`). */
  crowding?: number | undefined;
}

export interface Answer {
  body: Told;
  /** On the page's own clock: the earliest moment at which the server can have said it. */
  at: number;
  /** The latest one. Absent in what a tab of an earlier version has told. */
  by?: number;
}

/** What is known; told to the other tabs and, while the server does not answer, through the session to the next page. */
export interface Known {
  /** The server's last. */
  answer: Answer;
  /** When to ask again. */
  due: number;
  /** Attempts since. */
  failures: number;
}

/** Settles when it is known what is to be drawn. */
export type Draw = () => Promise<void> | false | undefined | void;

export interface Poller {
  start(): void;
  /** What is to be shown now. Replaced by the clock, once it is there: always call it here. */
  availability(): Availability;
  known(): Readonly<Known>;
  /** Asks now, past every cache. When that fails, the state is unknown until an answer comes. */
  check(): Promise<void>;
  /** Settles when something is known, or the first attempt to know it failed. */
  ready: Promise<unknown>;
  stop(): void;
}

export interface LauncherView {
  /** What is in the page. */
  host: HTMLElement;
  button: HTMLButtonElement;
  /** Draws the look (hidden and disabled, while a panel is open, as offline), with words that are the button's name as well as the text beside it. */
  show(
    state: Availability['state'] | 'openFailed' | 'refused' | 'noLine',
    labels: Record<string, string>,
  ): void;
}

/** What the panel is given: it is built and loaded apart from the launcher and shares no code with it. */
export interface PanelHost {
  poller: Poller;
  view: LauncherView;
  setup: Setup;
  /**
   * Names what is stored. The launcher itself looks whether a panel was open (`:open`, of the tab) and whether there
   * is a conversation to come back to (`:chat`, of the browser; `:chat1`, of somebody whom the site has signed in, no more than that).
   */
  name: string;
  /** Who the visitor is, as the page's script says; not looked at yet. Null: nobody is signed in any more. */
  visitor?: PageVisitor | null | undefined;
  /** What the page's script declares; not looked at yet. */
  context?: Record<string, string> | undefined;
  /** A text of the page's script for the field, until the panel has taken it; not looked at yet. */
  text?: string | undefined;
  clock?: Clock | undefined;
  /** There: the page's policy has refused something that the widget needs. */
  refused?: 'refused';
  /**
   * Not empty: the panel is to be open. `JUST_NOW`: by the visitor or the page's script; the panel takes the focus
   * and makes it `SINCE_BEFORE`, as it is when the panel was open on the page before.
   */
  wanted?: string | null | undefined;
  /** Tells the page's own script. */
  tell<E extends 'message' | 'open' | 'close' | 'unread'>(event: E, news: FrontdeskEvents[E]): void;
}

/** What is there once there is something to be told of times. */
interface Clock {
  /** The state in words while nobody is online: these, or that the desk is closed; and what is promised. */
  head(state: string | undefined): string;
}

/**
 * Makes launcher and panel show what follows from times: it replaces `poller.availability` and the words `labels.offline`, and
 * gives `host.clock`.
 */
export type KeepTime = (
  host: Pick<PanelHost, 'poller' | 'clock'>,
  setup: Pick<Setup, 'labels' | 'locale' | 'hours' | 'anonymous'>,
  env: { now(): number },
) => void;

export interface Panel {
  /** Draws again what `PanelHost` says now. */
  update(): void;
  remove(): void;
}

export type MountPanel = (host: PanelHost) => Panel;

export const JUST_NOW = 'now';
export const SINCE_BEFORE = 'yes';
