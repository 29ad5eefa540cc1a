import { dialogCommands } from './dialog-commands';
import { eventCommands } from './event-commands';
import { createForgeFrame, type Commands, type ForgeFrame } from './forge-frame';
import { gadgetCommands } from './gadget-commands';
import { historyCommands } from './history-commands';
import type { HostPage, ModuleView } from './host-page';
import { moduleCommands } from './module-commands';
import { realtimeCommands } from './realtime-commands';
import { routerCommands } from './router-commands';

interface MountOptions {
  /** Default: the module's own. */
  resource?: string;
  title?: string;
  onSize?(size: { width: number; height: number }): void;
  onKey?(key: string): void;
  onReady?(): void;
}

/** Puts a module's page into a container, with everything that its bridge may ask of the page around it. */
export function mountModule(
  host: HostPage,
  view: ModuleView,
  container: HTMLElement,
  options: MountOptions = {},
): ForgeFrame {
  const { module, surface } = view;
  const commands = (frame: ForgeFrame): Commands => ({
    ...moduleCommands(host, view),
    ...dialogCommands(host, view, frame),
    ...gadgetCommands(view),
    ...eventCommands(host, frame),
    ...realtimeCommands(host, view, frame),
    ...routerCommands(host),
    ...historyCommands(view, frame),
  });
  const frame = createForgeFrame({
    origin: host.data.frameOrigin,
    resource: options.resource ?? module.resource,
    id: module.key,
    title: options.title ?? module.title,
    surface,
    commands,
    onKey: (key) => {
      host.onKey(key);
      options.onKey?.(key);
    },
    ...(options.onSize && { onSize: options.onSize }),
    ...(options.onReady && { onReady: options.onReady }),
  });
  host.frames.add(frame);
  container.append(frame.element);
  return {
    ...frame,
    disconnect() {
      host.frames.delete(frame);
      frame.disconnect();
    },
  };
}
