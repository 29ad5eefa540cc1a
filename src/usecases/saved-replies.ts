import type { SavedRepliesPage } from '../contract/saved-replies';
import { refuse, succeed, type Result } from '../domain/errors';
import { SAVED_REPLIES } from '../domain/inbox-limits';
import {
  savedRepliesProblem,
  type SavedReplies,
  type SavedReply,
  type SavedReplyProblem,
} from '../domain/saved-reply';
import { note } from '../domain/settings-transitions';
import type { Actor, Ports } from '../ports';
import { changeDesk } from './change-desk';
import { changeRecord } from './change-record';
import { administratorsOnly, FOR_SHOW, hasPart, mayAdminister, rolesIn } from './standing';

type ReadNeeds = Pick<Ports, 'savedReplies'> & { jira: Pick<Ports['jira'], 'myRoles' | 'people'> };
type SaveNeeds = ReadNeeds & Parameters<typeof changeDesk>[0];

const notYours = refuse(
  'not-allowed',
  'Only agents and admins of this space can see its saved replies. Ask a space admin to make you one.',
);

/** For those who reply with them, and those who edit them. */
export async function getSavedReplies(
  ports: ReadNeeds,
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<SavedRepliesPage>> {
  const found = await rolesIn(ports, actor, projectId, FOR_SHOW);
  if (!found.ok) return found;
  if (!hasPart(found.value, projectId)) return notYours;
  const saved = await ports.savedReplies.read(projectId);
  return succeed(await pageOf(ports, actor, saved, mayAdminister(found.value, projectId)));
}

/**
 * Saves all of them on top of revision `rev`: `conflict` where somebody else saved meanwhile something else. Saved twice,
 * they are saved once.
 */
export async function saveSavedReplies(
  ports: SaveNeeds,
  actor: Actor,
  { projectId, replies, rev }: { projectId: string; replies: SavedReply[]; rev: number },
): Promise<Result<SavedRepliesPage>> {
  const found = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const problem = savedRepliesProblem(replies);
  if (problem) return REFUSALS[problem];
  const { decision, stored } = await changeRecord<SavedReplies, Decision>(ports, {
    read: () => ports.savedReplies.read(projectId),
    decide: (saved) => decide(saved ?? NONE, replies, rev),
    store: (_, { kind, value }) => (kind === 'changed' ? ports.savedReplies.commit(projectId, value) : null),
  });
  if (decision.kind === 'conflict') return conflict;
  if (stored) {
    const operationId = ports.random.id();
    await changeDesk(ports, projectId, (desk, now) =>
      note(desk, { actor: actor.accountId, operationId, now }, 'changed-saved-replies'),
    );
  }
  return succeed(await pageOf(ports, actor, decision.value, true));
}

const NONE: SavedReplies = { rev: 0, replies: [] };

interface Decision {
  kind: 'changed' | 'unchanged' | 'conflict';
  value: SavedReplies;
}

function decide(saved: SavedReplies, replies: SavedReply[], rev: number): Decision {
  // An earlier save whose answer was lost, or somebody with the same idea.
  if (JSON.stringify(saved.replies) === JSON.stringify(replies)) return { kind: 'unchanged', value: saved };
  if (saved.rev !== rev) return { kind: 'conflict', value: saved };
  return { kind: 'changed', value: { rev: saved.rev + 1, replies } };
}

const conflict = refuse(
  'conflict',
  'Someone else saved these replies in the meantime. Check their version, then save again.',
);

const REFUSALS: Record<SavedReplyProblem, ReturnType<typeof refuse>> = {
  'too-many': refuse(
    'limit',
    `A space can have up to ${String(SAVED_REPLIES)} saved replies. Delete one first.`,
  ),
  'too-large': refuse('limit', 'All saved replies together are too long. Shorten or delete one.'),
  'same-name': refuse('invalid-request', 'Two replies have the same name. Choose a different one.'),
  'same-id': refuse('invalid-request', 'Two replies have the same ID.'),
};

async function pageOf(
  { jira }: ReadNeeds,
  { accountId }: Actor,
  { rev, replies }: SavedReplies,
  canEdit: boolean,
): Promise<SavedRepliesPage> {
  const me = (await jira.people([accountId])).get(accountId);
  return { rev, replies, canEdit, agentName: me?.name ?? null };
}
