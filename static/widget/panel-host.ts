import type { Environment } from './environment';
import type { Visitor } from './frontdesk-api';
import type { LauncherView } from './launcher-view';
import type { Poller } from './poller';
import type { Setup } from './transport';

/** What the panel is given: it is built and loaded apart from the launcher and shares no code with it. */
export interface PanelHost {
  env: Environment;
  poller: Poller;
  view: LauncherView;
  setup: Setup;
  /** Names what is stored. */
  name: string;
  /** Who the visitor is, as the page's script says; not looked at yet. */
  visitor(): Visitor | undefined;
  /** `JUST_NOW`: by the visitor or the page's script. Else it was open on the page before: the focus stays. */
  wanted: string;
  close(): void;
  /** Where a link cannot simply be followed: in the portal's frame. */
  follow?: ((url: string) => void) | undefined;
}

export interface Panel {
  /** Draws again what `PanelHost` says now. */
  update(): void;
  focus(): void;
  remove(): void;
}

export type MountPanel = (host: PanelHost) => Panel;

export const JUST_NOW = 'now';

/** The stored value under the widget's name and this says that a panel was open. */
export const OPEN_SUFFIX = ':open';
