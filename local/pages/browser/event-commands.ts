import type { EventBus } from './event-bus';
import type { Commands, ForgeFrame } from './forge-frame';
import type { HostPage } from './host-page';
import { fieldsOf, functionField, textField } from './payload-fields';

export function eventCommands(host: HostPage, frame: ForgeFrame): Commands {
  const on = (bus: EventBus) => (payload: unknown) => {
    const fields = fieldsOf(payload);
    const unsubscribe = bus.on(textField(fields, 'event'), functionField(fields, 'callback'));
    frame.onEnd(unsubscribe);
    return { unsubscribe };
  };
  const emit = (bus: EventBus) => (payload: unknown) => {
    const fields = fieldsOf(payload);
    bus.emit(textField(fields, 'event'), fields.payload);
  };
  return {
    on: on(host.appEvents),
    emit: emit(host.appEvents),
    onPublic: on(host.publicEvents),
    emitPublic: emit(host.publicEvents),
    showFlag(payload) {
      host.flags.show(payload);
      return true;
    },
    closeFlag(payload) {
      host.flags.close(textField(fieldsOf(payload), 'id'));
      return true;
    },
  };
}
