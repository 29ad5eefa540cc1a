import { accountMark, addressMark, type BlockedVisitor } from '../domain/blocked-visitor';
import { nameOfWhom, type Whom } from '../domain/personal-data';
import type { Ports } from '../ports';
import { blockIdOf } from './block-id';

/** Blocks of a person in a project: under their address or account, or one under which that is another name of theirs. */
export async function blocksOfPerson(
  { blocks, crypto }: Pick<Ports, 'blocks' | 'crypto'>,
  projectId: string,
  whom: Whom,
): Promise<BlockedVisitor[]> {
  const mark = 'email' in whom ? addressMark(nameOfWhom(whom)) : accountMark(nameOfWhom(whom));
  const id = blockIdOf(crypto, projectId, mark);
  return (await blocks.list(projectId)).filter(
    ({ blockId, aliases }) => blockId === id || aliases.includes(id),
  );
}
