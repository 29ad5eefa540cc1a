import { isErased, isFollowed, type Conversation } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';
import { rateOf } from './message-rate';
import { ATTEMPT_MS } from './delivery-queue';
import { refuse, refuseVisitor } from './errors';

/**
 * Who a visitor is, and what becomes of it in Jira (rule T1). A name and an address that somebody typed are a claim: the
 * app raises the request, and says both in words. Whoever vouches for them makes a person in Jira of them, whom answers
 * reach by e-mail: an agent by the first reply or by a button; the web site by a signed identity; Jira by a login.
 *
 * `registration` says how far that is. `waiting`: something is to be done in Jira; with `by`, or for a person who needs no
 * agent, to let them take part in the request, else to note there which address was left. `noted`: that was done.
 * `done`: they take part. `refused`: Jira does not let them. Absent: nothing was to be done.
 */

/** Who vouches for the visitor. `unconfirmed`: nobody, for an address that they typed. */
export type Confidence = 'portal' | 'signed' | 'confirmed' | 'unconfirmed' | 'anonymous';

/** Do answers reach the visitor by e-mail? Null: no address of theirs is known. */
export type ByMail = 'yes' | 'not-yet' | 'refused' | null;

type Known = Pick<Conversation, 'visitor' | 'registration'>;

export function confidenceOf({ visitor, registration }: Known): Confidence {
  if (visitor.kind === 'portal' || visitor.kind === 'signed') return visitor.kind;
  if (visitor.email === null) return 'anonymous';
  return registration?.state === 'done' && registration.by !== undefined ? 'confirmed' : 'unconfirmed';
}

export function byMailOf({ visitor, registration }: Known): ByMail {
  if (visitor.kind !== 'portal' && visitor.email === null) return null;
  if (registration?.state === 'refused') return 'refused';
  const isLinked = registration ? registration.state === 'done' : visitor.accountId !== null;
  return isLinked ? 'yes' : 'not-yet';
}

/** The visitor as a request introduces them that is not raised for an account. */
export function inWords(conversation: Known, name: string): string {
  const { email } = conversation.visitor;
  if (email === null) return name;
  const who = name === email ? email : `${name} · ${email}`;
  return confidenceOf(conversation) === 'unconfirmed' ? `${who} (email not confirmed)` : who;
}

export interface Details {
  name: string;
  email: string;
}

/** An anonymous visitor says who they are after all, once: name and e-mail of a visitor who is known already stay. */
export function registerVisitor(conversation: Conversation, { name, email }: Details, now: number): Step {
  if (isErased(conversation)) return { kind: 'refused', ...refuseVisitor({ error: 'not-found' }) };
  const { visitor, registration } = conversation;
  const isRefused = registration?.state === 'refused';
  if (visitor.kind === 'registered' && visitor.name === name && visitor.email === email && !isRefused)
    return unchanged(conversation);
  const isTyped = visitor.kind === 'anonymous' || visitor.kind === 'registered';
  if (!isTyped || (visitor.email !== null && !isRefused)) {
    return { kind: 'refused', ...refuse('conflict', 'It’s already known who this visitor is.') };
  }
  // As a message counts: each costs Jira as much.
  const rate = rateOf(conversation, now);
  if ('retryAfterS' in rate) {
    return { kind: 'refused', ...refuse('limit', 'Too much at once.'), retryAfterS: rate.retryAfterS };
  }
  return changed({
    ...conversation,
    visitor: { kind: 'registered', name, email, accountId: null },
    registration: { state: 'waiting', triedAt: now },
    sentAt: rate.sentAt,
  });
}

/** Is it left to do in Jira? Before there is a request there is nothing to take part in. */
export const isRegistrationDue = ({ registration, issue }: Conversation): boolean =>
  registration?.state === 'waiting' && issue !== null;

/** Did anybody vouch for the person who is to take part? */
export const isVouchedFor = ({ visitor, registration }: Known): boolean =>
  registration?.by !== undefined || visitor.kind === 'signed' || visitor.kind === 'portal';

/** Can somebody still say that it is this person, so that answers reach them by e-mail? */
export const mayBeConfirmed = (conversation: Conversation): boolean => {
  const { visitor, registration } = conversation;
  if (!isFollowed(conversation)) return false;
  if (visitor.kind === 'portal')
    return registration?.state === 'waiting' || registration?.state === 'refused';
  if (visitor.email === null) return false;
  return confidenceOf(conversation) === 'unconfirmed' || byMailOf(conversation) !== 'yes';
};

/** An agent's reply vouches, too, but asks Jira nothing that it has refused before. */
export const isConfirmedByReply = (conversation: Conversation): boolean =>
  mayBeConfirmed(conversation) && conversation.registration?.state !== 'refused';

/** An agent says that it is this person. */
export const beginConfirming = (conversation: Conversation, by: string, now: number): Step =>
  mayBeConfirmed(conversation)
    ? changed({ ...conversation, registration: { state: 'waiting', triedAt: now, by } })
    : unchanged(conversation);

/** The request was raised by the app, though there is somebody whom it could have been raised for: they join later. */
export const joinLater = (conversation: Conversation, now: number): Conversation => ({
  ...conversation,
  registration: { ...conversation.registration, state: 'waiting', triedAt: now },
});

/**
 * Before Jira is asked: others that wait come first the next time, and another run that comes meanwhile leaves it to
 * this one. Unchanged: there is nothing to do, or another run may be at it.
 */
export function beginRegistration(conversation: Conversation, attemptId: string, now: number): Step {
  const { registration } = conversation;
  const { attempt } = registration ?? {};
  const isTaken = attempt !== undefined && attempt.id !== attemptId && now - attempt.at < ATTEMPT_MS;
  if (!isRegistrationDue(conversation) || isTaken) return unchanged(conversation);
  const taken = {
    ...registration,
    state: 'waiting' as const,
    triedAt: now,
    attempt: { id: attemptId, at: now },
  };
  return changed({ ...conversation, registration: taken });
}

/** A run ended without having done it: the next need not wait. */
export function endRegistration(conversation: Conversation, attemptId: string): Step {
  const { registration } = conversation;
  if (registration?.attempt?.id !== attemptId) return unchanged(conversation);
  const { attempt: _ended, ...rest } = registration;
  return changed({ ...conversation, registration: rest });
}

/** The request says which address was left, and that nobody has confirmed it. */
export const claimNoted = (conversation: Conversation, email: string, now: number): Step =>
  isRegistrationDue(conversation) && !isVouchedFor(conversation) && conversation.visitor.email === email
    ? changed({ ...conversation, registration: { state: 'noted', triedAt: now } })
    : unchanged(conversation);

/** The visitor takes part in the request: its answers reach them by e-mail. */
export function confirmRegistration(
  conversation: Conversation,
  { email, accountId, now }: { email: string | null; accountId: string; now: number },
): Step {
  const { visitor, registration } = conversation;
  if (!isRegistrationDue(conversation) || visitor.email !== email) return unchanged(conversation);
  const { attempt: _ended, ...rest } = registration ?? {};
  return changed(
    {
      ...conversation,
      visitor: { ...visitor, accountId },
      registration: { ...rest, state: 'done', triedAt: now },
    },
    { at: now, kind: 'registered', byMail: true },
  );
}

/** Jira does not let this person take part. Agents can still read the address; the visitor may say another one. */
export function refuseRegistration(conversation: Conversation, email: string | null, now: number): Step {
  const { visitor } = conversation;
  if (!isRegistrationDue(conversation) || visitor.email !== email) return unchanged(conversation);
  return changed(
    {
      ...conversation,
      // An account of before was found by an address that Jira does not stand for.
      visitor: visitor.kind === 'portal' ? visitor : { ...visitor, accountId: null },
      registration: { state: 'refused', triedAt: now },
    },
    { at: now, kind: 'registered', byMail: false },
  );
}
