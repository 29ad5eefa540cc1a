import type { Conversation } from './conversation';
import { changed, rateOf, unchanged, type Step } from './conversation-transitions';
import { refuse } from './errors';

export interface Details {
  name: string;
  email: string;
}

/**
 * An anonymous visitor says who they are after all, once: name and e-mail of a visitor who is known already stay. In
 * Jira they become a participant of the request, which the app has raised; until then no answer reaches them by e-mail.
 */
export function registerVisitor(conversation: Conversation, { name, email }: Details, now: number): Step {
  const { visitor, registration } = conversation;
  const isSaid = registration !== undefined && visitor.name === name && visitor.email === email;
  if (isSaid && registration.state !== 'refused') return unchanged(conversation);
  const isKnown =
    visitor.kind !== 'anonymous' ||
    visitor.accountId !== null ||
    (visitor.email !== null && registration?.state !== 'refused');
  if (isKnown) return { kind: 'refused', ...refuse('conflict', 'It is known already who this visitor is.') };
  // As a message counts: each costs Jira as much.
  const rate = rateOf(conversation, now);
  if ('retryAfterS' in rate) {
    return { kind: 'refused', ...refuse('limit', 'Too much at once.'), retryAfterS: rate.retryAfterS };
  }
  return changed({
    ...conversation,
    visitor: { ...visitor, kind: 'registered', name, email },
    registration: { state: 'waiting', triedAt: now },
    sentAt: rate.sentAt,
  });
}

/** Is it left to do in Jira? Before there is a request there is nothing to take part in. */
export const isRegistrationDue = ({ registration, issue }: Conversation): boolean =>
  registration?.state === 'waiting' && issue !== null;

/** Before Jira is asked: others that wait come first the next time. */
export const beginRegistration = (conversation: Conversation, now: number): Step =>
  isRegistrationDue(conversation)
    ? changed({ ...conversation, registration: { state: 'waiting', triedAt: now } })
    : unchanged(conversation);

/** The visitor takes part in the request: its answers reach them by e-mail. */
export function confirmRegistration(
  conversation: Conversation,
  { email, accountId, now }: { email: string; accountId: string; now: number },
): Step {
  if (!isRegistrationDue(conversation) || conversation.visitor.email !== email)
    return unchanged(conversation);
  return changed(
    {
      ...conversation,
      visitor: { ...conversation.visitor, accountId },
      registration: { state: 'done', triedAt: now },
    },
    { at: now, kind: 'registered', byMail: true },
  );
}

/**
 * Jira takes nobody with this address. Agents can still read it; for everything else the visitor is anonymous again, and
 * may say another one.
 */
export function refuseRegistration(conversation: Conversation, email: string, now: number): Step {
  if (!isRegistrationDue(conversation) || conversation.visitor.email !== email)
    return unchanged(conversation);
  return changed(
    {
      ...conversation,
      visitor: { ...conversation.visitor, kind: 'anonymous' },
      registration: { state: 'refused', triedAt: now },
    },
    { at: now, kind: 'registered', byMail: false },
  );
}
