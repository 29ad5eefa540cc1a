import * as z from 'zod';
import type { StartedBody } from './conversation';
import { conversationId, message } from './fields';
import type { PortalAvailability } from './portal';

/**
 * Beside somebody's own request on the portal. No payload says which request that is: the platform does, and Jira whose it is.
 */

/** `widget.conversation`: the chat about this request, whoever began it. */
export type RequestTalk = PortalAvailability & {
  /** Absent where nothing is to be drawn. */
  request?: {
    resolved: boolean;
    /** Does a message open it again? */
    reopens: boolean;
  };
};

/** As a start is answered, also where the chat was there before. */
export interface Talked extends StartedBody {
  /** The message's event. */
  n: number;
}

export const requestTalkSchemas = {
  getRequestTalk: z.strictObject({ locale: z.string().max(35).optional() }),
  talkAboutRequest: z.strictObject({
    /** The chat that the page shows: should it be another one by now, nothing is said. Absent: it shows none. */
    conversationId: conversationId.optional(),
    message,
    clientMessageId: z.uuid(),
    locale: z.string().max(35).optional(),
  }),
  pollRequestTalk: z.strictObject({
    conversationId,
    after: z.number().int().nonnegative(),
    here: z.literal(true).optional(),
  }),
} as const;

export interface RequestTalkValues {
  getRequestTalk: RequestTalk;
  talkAboutRequest: Talked;
}
