import * as z from 'zod';
import type { ChatCount, InboxRow } from './inbox';

/** The chat of one request, for whoever has that request open in Jira (rule D12). Instants are ISO strings. */

export interface RequestChat {
  now: string;
  /** Null: the request is no chat, or one that is not theirs to see. */
  chat: {
    /** Where it began. */
    projectId: string;
    row: InboxRow;
    /** The key of the request in which it goes on, where that is another one by now. */
    continuesIn?: string;
  } | null;
  /** What anonymous visitors are called in this project. */
  anonymousName: string;
  /** How many customers wait for a reply in the request's project, and since when the longest (rule I7); null: nobody does. */
  waiting: (ChatCount & { longestSince: string }) | null;
}

export const requestChatSchemas = {
  /** Which request it is, the platform says. */
  getRequestChat: z.strictObject({}),
} as const;
