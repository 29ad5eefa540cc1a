import type { Commands } from './forge-frame';
import type { ModuleView } from './host-page';
import { fieldsOf, optionalText } from './payload-fields';
import { postJson } from './post-json';

/** Of a module that is no gadget: undefined. */
export const gadgetIdOf = (extension: Record<string, unknown>): string | undefined =>
  optionalText(fieldsOf(extension.gadget), 'id');

/** `view.submit()` keeps what a gadget was set up to show, and the dashboard is shown with it; elsewhere it answers false. */
export function gadgetCommands({ module: { extension } }: ModuleView): Commands {
  return {
    async submit(payload) {
      const gadgetId = gadgetIdOf(extension);
      if (gadgetId === undefined || extension.entryPoint !== 'edit') return false;
      await postJson('/__forge__/gadget', { gadgetId, configuration: fieldsOf(payload) });
      location.assign(location.pathname);
      return true;
    },
  };
}
