/** What the queue carries: which things to look at, never their state, because deliveries come late and twice. */
export type Job =
  | {
      kind: 'settle';
      projectIds: string[];
      /** Write public records anew, in the form of this version. */ renew?: boolean;
    }
  | { kind: 'deliver'; conversationId: string }
  /** Nothing was heard of its request for some time. */
  | { kind: 'follow'; conversationId: string }
  | { kind: 'erase-chat'; conversationId: string }
  | { kind: 'erase'; accountId: string }
  /** The chats of one project, a few at a time; `cursor`: where the job before left off. */
  | { kind: 'erase-in-chats'; accountId: string; projectId: string; cursor: string | null }
  /** The open chats of one project, a few at a time; `cursor`: where the job before left off. */
  | { kind: 'notice-leavers'; projectId: string; cursor: string }
  /** What an agent decided about held chats; `from`: where the job before left off, `done`: how many it and others did. */
  | { kind: 'decide-held'; projectId: string; operationId: string; from: number; done: number }
  /** If it was rejected. */
  | { kind: 'erase-rejected'; conversationId: string }
  | { kind: 'report-people' };
