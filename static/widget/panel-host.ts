import type { Availability } from './availability';
import type { SessionStore } from './environment';
import type { Setup } from './transport';

/** What the panel is given: it is built and loaded apart from the launcher and shares no code with it. */
export interface PanelHost {
  root: ShadowRoot;
  setup: Setup;
  /** As last known. */
  availability(): Availability;
  /** The server's time at its last answer; ISO. */
  answeredAt(): string | undefined;
  /** Asks the server again (rule C4). */
  check(): Promise<Availability>;
  identified(): boolean;
  session: SessionStore;
  draftKey: string;
  close(): void;
  /** Where a link cannot simply be followed: in the portal's frame. */
  follow?: ((url: string) => void) | undefined;
}

export interface Panel {
  /** Draws again what `PanelHost` says now. `checking`: do not promise anybody until the check is back. */
  update(checking: boolean): void;
  focus(): void;
  remove(): void;
}

export type MountPanel = (host: PanelHost) => Panel;
