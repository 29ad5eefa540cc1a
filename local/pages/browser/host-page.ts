import type { ModuleData, PageData } from '../page-data';
import type { EventBus } from './event-bus';
import type { FlagStack } from './flag-stack';
import type { ForgeFrame, Surface } from './forge-frame';
import type { LiveEvents } from './live-events';

/** What the frames of one host page share. */
export interface HostPage {
  readonly data: PageData;
  readonly flags: FlagStack;
  readonly live: LiveEvents;
  readonly appEvents: EventBus;
  readonly publicEvents: EventBus;
  readonly frames: Set<ForgeFrame>;
  openDialog(request: DialogRequest): void;
  /** A key pressed in a frame that the page may care about. */
  onKey(key: string): void;
}

/** A page of the app in a modal dialog. */
export interface DialogRequest {
  module: ModuleData;
  resource: string;
  title: string;
  /** A size that Forge names, or `{width, height?}`. */
  size: unknown;
  closeOnEscape: boolean;
  closeOnOverlayClick: boolean;
  /** After the dialog is gone, with what the app closed it with. */
  onClose(payload: unknown): void;
}

/** A module as it is shown in one frame. */
export interface ModuleView {
  readonly module: ModuleData;
  readonly surface: Surface;
  /** Present in a dialog. */
  readonly dialog?: {
    close(payload: unknown): void;
    /** Asked of `view.onClose()`: called with what the dialog was closed with. */
    onClose(callback: (payload: unknown) => void): void;
  };
}
