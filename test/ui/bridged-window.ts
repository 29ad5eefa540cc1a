type Handler = (data: never) => unknown;

interface BridgedWindow {
  __bridge?: { callBridge(command: string, data: unknown): Promise<unknown> };
  /** What answers the bridge's commands now. */
  bridgeHandlers?: Record<string, Handler>;
}

export const bridged = globalThis as BridgedWindow;

// The SDK looks for the bridge when it is loaded and keeps it: one for all tests, that asks whoever answers now.
bridged.__bridge ??= {
  callBridge: async (command, data) => {
    const handler = bridged.bridgeHandlers?.[command];
    if (!handler) throw new Error(`Nobody answers the bridge’s ${command}.`);
    return handler(data as never);
  },
};
