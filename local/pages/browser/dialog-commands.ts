import type { Commands, ForgeFrame } from './forge-frame';
import type { HostPage, ModuleView } from './host-page';
import { fieldsOf, functionField, nonEmptyText } from './payload-fields';

/** `view.close()` and the like answer false where there is nothing to close; @forge/bridge makes an error of it. */
export function dialogCommands(host: HostPage, view: ModuleView, frame: ForgeFrame): Commands {
  const { module, dialog } = view;
  return {
    openModal(payload) {
      const fields = fieldsOf(payload);
      const onClose = functionField(fields, 'onClose');
      host.openDialog({
        module: { ...module, extension: { ...module.extension, modal: fields.context } },
        resource: nonEmptyText(fields, 'resource') ?? module.resource,
        title: nonEmptyText(fields, 'title') ?? module.title,
        size: fields.size,
        closeOnEscape: fields.closeOnEscape !== false,
        closeOnOverlayClick: fields.closeOnOverlayClick !== false,
        onClose: (closedWith) => {
          frame.refocus();
          onClose(closedWith);
        },
      });
      return true;
    },
    close(payload) {
      dialog?.close(payload);
      return dialog !== undefined;
    },
    onClose(payload) {
      dialog?.onClose(functionField({ callback: payload }, 'callback'));
      return dialog !== undefined;
    },
    refresh: () => false,
    open: () => false,
  };
}
