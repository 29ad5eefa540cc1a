import type { ChannelBody } from '../page-data';
import type { Commands, ForgeFrame } from './forge-frame';
import type { HostPage, ModuleView } from './host-page';
import { fieldsOf, functionField, optionalText, textField } from './payload-fields';
import { postJson } from './post-json';

export function realtimeCommands(host: HostPage, { module }: ModuleView, frame: ForgeFrame): Commands {
  function channelOf(payload: unknown): ChannelBody {
    const fields = fieldsOf(payload);
    const options = fieldsOf(fields.options);
    const isGlobal = fields.isGlobal === true;
    const token = optionalText(options, 'token');
    const { contextOverrides } = options;
    return {
      channelName: textField(fields, 'channelName'),
      isGlobal,
      ...(isGlobal ? {} : { context: module.extension }),
      ...(Array.isArray(contextOverrides) && { contextOverrides: contextOverrides.map(String) }),
      ...(token !== undefined && { token }),
    };
  }

  return {
    async subscribeRealtimeChannel(payload) {
      const onEvent = functionField(fieldsOf(payload), 'onEvent');
      const unsubscribe = await host.live.subscribe(channelOf(payload), (text) => onEvent(parsed(text)));
      frame.onEnd(unsubscribe);
      return { unsubscribe };
    },
    publishRealtimeChannel: (payload) =>
      postJson('/__forge__/realtime/publish', {
        channel: channelOf(payload),
        payload: JSON.stringify(fieldsOf(payload).eventPayload),
      }),
  };
}

/** Payloads travel as JSON text; the app gets back what it published. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
