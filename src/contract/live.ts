import type { Doing } from './working-together';

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

/**
 * On the same channel: somebody looks at a chat, or writes in it. Nothing changed. `projects` is empty, so that windows of
 * a version before do not take it for news.
 */
export interface LookPing {
  projects: [];
  conversation: string;
  by: string;
  doing: Doing;
  /** It answers another one: nobody answers it. */
  answers?: true;
  /** What they looked at before. */
  left?: string;
}
