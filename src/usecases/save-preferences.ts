import { refuse, type Result, succeed } from '../domain/errors';
import type { Panel } from '../contract/panel';
import type { Actor } from '../ports';
import type { Preferences } from '../storage-ports';
import { renderPanel, type PanelNeeds } from './get-panel';
import { isAgent, standingOf } from './standing';

/** What to offer first when the actor goes online: the same that going online remembers (rule S3). Puts nobody online. */
export async function savePreferences(
  ports: PanelNeeds,
  actor: Actor,
  chosen: Preferences,
): Promise<Result<Panel>> {
  const standing = await standingOf(ports, actor, null);
  if (!standing.ok) return standing;
  if (!standing.value.own.some((id) => isAgent(standing.value, id)))
    return refuse('not-allowed', 'Only agents can go online. Ask a space admin to make you one.');
  await ports.agents.savePreferences(actor.accountId, chosen);
  return succeed(await renderPanel(ports, standing.value));
}
