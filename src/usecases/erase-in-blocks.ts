import type { Ports } from '../ports';

/** A closed account blocks nobody by name, and needs to be blocked no more. Idempotent. */
export async function eraseInBlocks(
  { blocks }: Pick<Ports, 'blocks'>,
  projectId: string,
  accountId: string,
): Promise<void> {
  for (const blocked of await blocks.list(projectId)) {
    if (blocked.account === accountId) await blocks.remove(projectId, blocked.blockId);
    else if (blocked.by === accountId) await blocks.save(projectId, { ...blocked, by: null });
  }
}
