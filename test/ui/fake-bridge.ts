// First: the SDK looks for the bridge when it is loaded.
import { bridged } from './bridged-window';
import { invoke as invokeFunction, type FlagOptions } from '@forge/bridge';

export interface FakeBridge {
  /** A flag as Jira shows it, until it is closed. */
  flags: FlagOptions[];
  /** Addresses, or modules of the app, that Jira was asked to open in a new tab. */
  opened: string[];
  /** Dialogs of the app over the page: what each is told. */
  dialogs: {
    size: string;
    context: Record<string, unknown>;
    closeOnEscape?: boolean;
    closeOnOverlayClick?: boolean;
    onClose(): void;
  }[];
  /** Jira opens none. */
  refusesDialogs: boolean;
  /** Events of the app's other parts on the page, told or heard: [event, payload]. */
  told: [event: string, payload: unknown][];
  tell(event: string, payload: unknown): void;
  /** Realtime: something happened. */
  ping(payload: unknown): void;
}

/** Longer than from the earliest to the latest day on which a test plays, in milliseconds. */
const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60_000;
let pages = 0;

/**
 * Forge's SDK lets 500 calls through in 25 s and counts for all tests of a process. Every test is another page: for one call, the
 * SDK's clock is further than in any test before, whatever the day of each, so that it counts anew.
 */
function countAnew(): void {
  pages += 1;
  const { now } = Date;
  bridged.bridgeHandlers = { invoke: () => null };
  try {
    const ahead = pages * TEN_YEARS_MS;
    Date.now = () => now() + ahead;
    void invokeFunction('another page').catch(() => undefined);
  } finally {
    Date.now = now;
  }
}

/** Jira around the page: `invoke` runs a function of the app. */
export function connectBridge(
  invoke: (functionKey: string, payload: unknown) => Promise<unknown>,
): FakeBridge {
  countAnew();
  const listeners: { event: string; callback(payload: unknown): void }[] = [];
  const pinged: ((payload: { payload: unknown }) => void)[] = [];
  const bridge: FakeBridge = {
    flags: [],
    opened: [],
    dialogs: [],
    refusesDialogs: false,
    told: [],
    tell: (event, payload) => {
      for (const each of listeners) if (each.event === event) each.callback(payload);
    },
    ping: (payload) => {
      for (const listener of pinged) listener(payload as never);
    },
  };
  bridged.bridgeHandlers = {
    invoke: ({ functionKey, payload }: { functionKey: string; payload: unknown }) =>
      invoke(functionKey, payload),
    emit: ({ event, payload }: { event: string; payload: unknown }) => {
      bridge.told.push([event, payload]);
      bridge.tell(event, payload);
    },
    on: (listener: (typeof listeners)[number]) => {
      listeners.push(listener);
      return { unsubscribe: () => listeners.splice(listeners.indexOf(listener), 1) };
    },
    navigate: (to: { url: string } | { moduleKey: string; projectKey: string }) =>
      bridge.opened.push('url' in to ? to.url : `${to.projectKey} ${to.moduleKey}`),
    getUrl: ({ moduleKey, projectKey }: { moduleKey: string; projectKey?: string }) =>
      ['https://example.atlassian.net', projectKey, moduleKey].filter(Boolean).join('/'),
    openModal: (dialog: FakeBridge['dialogs'][number]) => {
      if (bridge.refusesDialogs) throw new Error('No dialog can be opened.');
      bridge.dialogs.push(dialog);
    },
    showFlag: (flag: FlagOptions) => bridge.flags.push(flag),
    closeFlag: ({ id }: { id: string }) => {
      bridge.flags = bridge.flags.filter((flag) => flag.id !== id);
    },
    subscribeRealtimeChannel: ({ onEvent }: { onEvent(payload: unknown): void }) => {
      pinged.push(onEvent);
      return { unsubscribe: () => pinged.splice(pinged.indexOf(onEvent), 1) };
    },
  };
  return bridge;
}
