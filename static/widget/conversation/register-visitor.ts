import { failureOf } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import type { ConversationRecord } from './conversation-record';

/** What visitors who started anonymously may say of themselves later. */
export interface Details {
  name: string;
  email: string;
}

/** Leaves a visitor's details in their conversation, if it is there and still is when the answer comes. */
export async function registerVisitor(
  { client }: Pick<ConversationMeans, 'client'>,
  record: Pick<ConversationRecord, 'saved' | 'transcript' | 'save' | 'postpone' | 'lose'>,
  details: Details,
): Promise<void> {
  const { saved } = record;
  if (!saved) return;
  try {
    const { visitor } = await client.register(saved.id, { token: saved.token, ...details });
    if (record.saved?.id !== saved.id) return;
    record.save({ ...record.saved, email: visitor.email, detailsAt: record.transcript.n });
    // Soon, for what Jira makes of it.
    record.postpone();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.error === 'not-found') record.lose(saved, failure);
    throw thrown;
  }
}
