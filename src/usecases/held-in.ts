import type { Ports } from '../ports';

/** What is held back in a project: one query. `isMore`: there is more than was counted. Null: nothing. */
export async function heldIn(
  { conversationIndex }: { conversationIndex: Pick<Ports['conversationIndex'], 'heldSince'> },
  projectId: string,
): Promise<{ count: number; isMore: boolean; since: number } | null> {
  const { conversations, cursor } = await conversationIndex.heldSince(projectId, 0);
  const since = conversations.flatMap(({ held }) => held?.since ?? []);
  if (since.length === 0) return null;
  return { count: since.length, isMore: cursor !== null, since: Math.min(...since) };
}
