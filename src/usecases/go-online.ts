import { goOnline as decide } from '../domain/agent-transitions';
import { refuse, succeed, type Result } from '../domain/errors';
import { onlineUntil } from '../domain/online-end';
import type { Panel } from '../contract/panel';
import type { Actor, Ports } from '../ports';
import type { Preferences } from '../storage-ports';
import { changeDesks } from './change-desk';
import { renderPanel } from './get-panel';
import { scheduleSettle } from './settle-desks';
import { isAgent, standingOf } from './standing';

export interface GoOnlineInput {
  scope: 'project' | 'all';
  projectId?: string | undefined;
  until?: string | null | undefined;
  operationId: string;
  remember?: Preferences | undefined;
}

/** Rule S3: in one project, or in all projects where the actor is an agent and chat is enabled. */
export async function goOnline(ports: Ports, actor: Actor, input: GoOnlineInput): Promise<Result<Panel>> {
  const found = await standingOf(ports, actor, input.projectId ?? null);
  if (!found.ok) return found;
  const standing = found.value;
  const targets =
    input.scope === 'all'
      ? [...standing.chatProjects].filter((id) => isAgent(standing, id))
      : standing.project && isAgent(standing, standing.project.id)
        ? [standing.project.id]
        : [];
  if (targets.length === 0) {
    return refuse('not-allowed', 'Only agents can go online. Ask a space admin to make you one.');
  }
  const asked = input.until == null ? null : Date.parse(input.until);
  const until = onlineUntil(asked, await ports.site.globalSettings(), ports.clock.now());
  if (!until.ok) return until;

  const session = ports.random.id();
  const changes = await changeDesks(ports, targets, (desk, now) =>
    decide(
      desk,
      { accountId: actor.accountId, operationId: input.operationId, now },
      { until: until.value, session, isOpen: asked === null },
    ),
  );
  for (const change of changes) {
    // The list of projects may lag behind a project that was just disabled.
    if (!change.ok && input.scope === 'all' && change.error.code === 'chat-disabled') continue;
    if (!change.ok) return change;
    await scheduleSettle(ports, change.value);
  }
  if (input.remember) await ports.agents.savePreferences(actor.accountId, input.remember);
  return succeed(await renderPanel(ports, standing));
}
