import * as z from 'zod';
import { PAGE_LENGTH } from '../domain/limits';
import { pageAddress } from '../domain/page-address';
import { saidText } from '../domain/said-text';
import type { AvailabilityBody } from './availability';
import { isMessage } from './chat-bodies';
import { conversationId, email, message, name, portalId, projectId, token } from './fields';
import type { WidgetConfig } from './widget-config';

/** The visitor's side, for the portal's frame: what the web trigger does for web pages. */

/** That in which an account spoke last, to come back to. */
export interface OwnConversation {
  id: string;
  ended: boolean;
}

/** What the portal frame gets: the public answer, and what a page needs once. */
export type PortalAvailability = AvailabilityBody & {
  /** Absent when nothing is to be drawn. */
  widget?: Omit<WidgetConfig, 'allowedOrigins' | 'anonymous' | 'style' | 'panel' | 'clock'> & {
    /** What work for a start is for, see `Challenge`. */
    widgetId: string;
    /** False for anonymous visitors. */
    identified: boolean;
    /** There is to be a line in the portal's head as well. */
    line?: true;
    /** Absent: there is none, or the visitor is anonymous. */
    conversation?: OwnConversation;
  };
};

export const portalSchemas = {
  getPortalAvailability: z.strictObject({
    projectId: projectId.optional(),
    portalId: portalId.optional(),
    /** BCP 47; the labels come in the nearest language that Frontdesk has. */
    locale: z.string().max(35).optional(),
    /** The page has a conversation to come back to: it stays, also while the chat is hidden. */
    resumes: z.literal(true).optional(),
  }),
  getDefaultChat: z.strictObject({}),
  startConversation: z
    .strictObject({
      portalId,
      message: z.string().refine((text) => isMessage(saidText(text)), 'must be 1 to 4,000 characters'),
      clientMessageId: z.uuid(),
      page: z.string().max(PAGE_LENGTH).transform(pageAddress).optional(),
      locale: z.string().max(35).optional(),
      name: name.transform((said) => said || undefined).optional(),
      email: email.optional(),
      /** As at the web trigger, for a challenge that a refusal carries. */
      work: z.string().max(40).optional(),
    })
    // The work is about the message as it was sent.
    .transform((start) => ({ ...start, message: saidText(start.message), messageAsSent: start.message })),
  // The token may be missing where the account that asks is the conversation's own visitor.
  sendMessage: z.strictObject({
    conversationId,
    token: token.optional(),
    message,
    clientMessageId: z.uuid(),
  }),
  pollConversation: z.strictObject({
    conversationId,
    token: token.optional(),
    after: z.number().int().nonnegative(),
    here: z.literal(true).optional(),
  }),
  // Of an anonymous visitor, who has a token.
  registerVisitor: z.strictObject({
    conversationId,
    token,
    name: name.refine((said) => said !== '', 'must be readable'),
    email,
  }),
  leaveConversation: z.strictObject({ conversationId }),
} as const;
