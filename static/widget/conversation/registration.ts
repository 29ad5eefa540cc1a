import type { ConversationState } from './conversation';

/**
 * How far a visitor is who started anonymously and may leave name and e-mail after that. `none`: they are known, or the
 * project does not offer it. `waiting`: Jira has not said yet. `refused`: it takes nobody with that address.
 */
export type Registration = 'none' | 'offer' | 'waiting' | 'done' | 'refused';

export function registrationOf(
  { saved, transcript: { registered } }: Pick<ConversationState, 'saved' | 'transcript'>,
  suggests?: boolean,
): Registration {
  if (!saved?.anonymous) return 'none';
  if (registered?.byMail) return 'done';
  if (saved.detailsAt === undefined) return suggests ? 'offer' : 'none';
  // What came after the details is about them.
  return registered && registered.n > saved.detailsAt ? 'refused' : 'waiting';
}
