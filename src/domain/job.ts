import type { AgentCheck } from './agent-checks';

/** What the queue carries: which things to look at, never their state, because deliveries come late and twice. */
export type Job =
  | {
      kind: 'settle';
      projectIds: string[];
      /** Write records anew, in the form of this version. */ renew?: boolean;
    }
  /** Who may be no agent any more, and where they were. */
  | { kind: 'check-agents'; whom: AgentCheck[] }
  | { kind: 'deliver'; conversationId: string }
  /** What waits in the chats of a project, the longest untried first: of before `before`, epoch ms. */
  | { kind: 'deliver-waiting'; projectId: string; before?: number }
  /** What its request does not hold of it yet. */
  | { kind: 'tell-facts'; conversationId: string }
  /** Nothing was heard of its request for some time. */
  | { kind: 'follow'; conversationId: string }
  /** `from`: the event with which to go on; absent: the first. */
  | { kind: 'erase-chat'; conversationId: string; from?: number }
  | { kind: 'erase'; accountId: string }
  /** The chats of one project, a few at a time; `cursor`: where the job before left off. */
  | { kind: 'erase-in-chats'; accountId: string; projectId: string; cursor: string | null }
  /** One long chat, so many events at a time, from `from` on. */
  | { kind: 'erase-in-chat'; accountId: string; conversationId: string; from: number }
  /** The open chats of one project, a few at a time; `cursor`: where the job before left off. */
  | { kind: 'notice-leavers'; projectId: string; cursor: string }
  /** What an agent decided about held chats; `from`: where the job before left off, `done`: how many it and others did. */
  | { kind: 'decide-held'; projectId: string; operationId: string; from: number; done: number }
  /** If it was rejected. */
  | { kind: 'erase-rejected'; conversationId: string }
  /** Notes in the chats of one project since when their customers wait; `cursor`: where the job before left off. */
  | { kind: 'note-waits'; projectId: string; cursor: string | null }
  /** An agent's schedule, which these desks may not know: chat is on there since, or they are an agent there since. */
  | { kind: 'keep-schedule'; accountId: string; projectIds: string[] }
  /** Everybody's, at a desk where chat was switched on; `from`: where the job before left off. */
  | { kind: 'keep-schedules'; projectId: string; from?: number }
  | { kind: 'report-people' };
