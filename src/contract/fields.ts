import * as z from 'zod';
import { isEmail } from '../domain/email-address';
import { NAME_LENGTH, OPERATION_ID_LENGTH } from '../domain/limits';
import { saidName } from '../domain/said-name';
import { saidText } from '../domain/said-text';
import { isMessage } from './chat-bodies';

/** Members that payloads of several subjects have. */

/**
 * The resolver API: every function that a Frontdesk page may call, what it accepts and what it answers.
 * Payloads are strict: an unknown member is an `invalid-request`. Browsers import only the types.
 */

export const projectId = z.string().regex(/^[1-9]\d{0,18}$/, 'must be a Jira project id');

export const projectKey = z.string().regex(/^[A-Z][A-Z0-9_]{0,254}$/, 'must be a Jira project key');

export const accountId = z.string().regex(/^[A-Za-z0-9:_-]{1,128}$/, 'must be an Atlassian account id');

export const operationId = z
  .string()
  .min(1)
  .max(OPERATION_ID_LENGTH)
  .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII');

export const scope = z.enum(['project', 'all']);

export const instant = z.iso.datetime({ offset: true });

/** The choices of "for how long", remembered per agent: minutes, or null for "until I go offline". */
export const minutes = z
  .number()
  .int()
  .min(5)
  .max(31 * 24 * 60);

export const projectOnly = z.strictObject({ projectId });

export const portalId = z
  .union([z.string().regex(/^\d{1,18}$/), z.number().int().nonnegative()])
  .transform(String);

export const conversationId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** As at the web trigger. */
export const name = z.string().trim().max(NAME_LENGTH).transform(saidName);

export const email = z.string().refine(isEmail, 'must be an email address');

/** As at the web trigger. */
export const message = z.string().transform(saidText).refine(isMessage, 'must be 1 to 4,000 characters');
