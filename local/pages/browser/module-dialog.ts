import { dialogSize } from './dialog-size';
import { element } from './element';
import type { ForgeFrame } from './forge-frame';
import type { DialogRequest, HostPage } from './host-page';
import { mountModule } from './mount-module';

/** A frame removed in the middle of a key press swallows the rest of it: closed dialogs stay for a moment, unseen. */
const LINGER_MS = 300;

/** Opens a page of the app in a modal dialog: the rest of the page is inert until it closes. */
export function openModuleDialog(host: HostPage, options: DialogRequest): void {
  const { width, height, minHeight, isFullscreen } = dialogSize(options.size);
  const dialog = element('dialog', { class: 'module-dialog', 'aria-label': options.title });
  dialog.classList.toggle('module-dialog-fullscreen', isFullscreen);
  Object.assign(dialog.style, { width, height, minHeight: `min(${minHeight}, 100dvh - 48px)` });

  let onViewClose: ((payload: unknown) => void) | undefined;
  let frame: ForgeFrame | undefined;

  function close(payload?: unknown): void {
    if (!frame) return;
    onViewClose?.(payload);
    frame.disconnect();
    frame = undefined;
    dialog.close();
    void dialog.animate(null, LINGER_MS).finished.then(() => dialog.remove());
    host.flags.moveInto(topDialog() ?? document.body);
    options.onClose(payload);
  }

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (options.closeOnEscape) close();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && options.closeOnOverlayClick) close();
  });
  document.body.append(dialog);
  const view = {
    module: options.module,
    surface: 'page' as const,
    dialog: {
      close: (payload: unknown) => close(payload),
      onClose: (callback: (payload: unknown) => void) => (onViewClose = callback),
    },
  };
  frame = mountModule(host, view, dialog, {
    resource: options.resource,
    title: options.title,
    onKey: (key) => {
      if (key === 'escape' && options.closeOnEscape) close();
    },
  });
  dialog.showModal();
  host.flags.moveInto(dialog);
  frame.focus();
}

function topDialog(): HTMLDialogElement | undefined {
  return [...document.querySelectorAll<HTMLDialogElement>('dialog.module-dialog[open]')].at(-1);
}
