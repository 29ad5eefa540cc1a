import type { PageMessage, PageVisitor } from './frontdesk-api';
import type { LauncherView } from './launcher-view';
import type { Poller } from './poller';
import type { Setup } from './transport';

/** What the panel is given: it is built and loaded apart from the launcher and shares no code with it. */
export interface PanelHost {
  poller: Poller;
  view: LauncherView;
  setup: Setup;
  /**
   * Names what is stored. The launcher itself looks whether a panel was open (`:open`, of the tab) and whether there
   * is a conversation to come back to (`:chat`, of the browser).
   */
  name: string;
  /** Who the visitor is, as the page's script says; not looked at yet. */
  visitor?: PageVisitor | undefined;
  /**
   * Not empty: the panel is to be open. `JUST_NOW`: by the visitor or the page's script; the panel takes the focus
   * and makes it `SINCE_BEFORE`, as it is when the panel was open on the page before.
   */
  wanted?: string | null | undefined;
  /** Tells the page's own script of a message. */
  tell(event: 'message', message: PageMessage): void;
  /** Where a link cannot simply be followed: in the portal's frame. */
  follow?: ((url: string) => void) | undefined;
}

export interface Panel {
  /** Draws again what `PanelHost` says now. */
  update(): void;
  remove(): void;
}

export type MountPanel = (host: PanelHost) => Panel;

export const JUST_NOW = 'now';
export const SINCE_BEFORE = 'yes';
