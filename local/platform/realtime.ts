export interface ChannelAddress {
  channelName: string;
  /** publish() reaches subscribe() only, publishGlobal() subscribeGlobal() only. */
  isGlobal: boolean;
  /** The resolver context's part that the channel is bound to; only for channels that are not global. */
  context?: Record<string, unknown> | undefined;
  contextOverrides?: string[] | undefined;
  /** A token signed by signRealtimeToken(): its claims become part of the channel's identity. */
  token?: string | undefined;
}

export interface Published {
  eventId: string | null;
  eventTimestamp: string | null;
}

export interface Realtime {
  /** Throws an Error with the platform's text when the token is not valid. Returns what ends the subscription. */
  subscribe(address: ChannelAddress, listener: (payload: string) => void): () => void;
  /** `payload` is JSON text, as publishers send it. */
  publish(address: ChannelAddress, payload: string): Published;
  reset(): void;
}
