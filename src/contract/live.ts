/** Binds a browser to the realtime channel. Renew it before it expires. */
export interface LiveToken {
  channel: string;
  token: string;
  /** ISO. */
  expiresAt: string;
}

/** What the realtime channel carries: a ping, never data. Fetch through the resolver. */
export interface LivePing {
  projects: string[];
  /** What changed besides: absent for status and settings. */
  conversations?: true;
  /** Id of the conversation that changed, and what its `rev` is now. */
  conversation?: string;
  rev?: number;
}
