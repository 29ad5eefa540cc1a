import { succeed, type Result } from '../domain/errors';
import { renewWidgetId as decide } from '../domain/settings-transitions';
import type { ProjectSettingsPage } from '../contract/settings';
import type { Actor, Ports } from '../ports';
import { changeDesk } from './change-desk';
import { renderSettings } from './get-project-settings';
import { administratorsOnly, projectRoles } from './standing';

/** A new snippet; pages with the old one draw nothing from now on. */
export async function renewWidgetId(
  ports: Ports,
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<ProjectSettingsPage>> {
  const found = administratorsOnly(await projectRoles(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const operationId = ports.random.id();
  const widgetId = ports.random.id();
  const change = await changeDesk(ports, projectId, (desk, now) =>
    decide(desk, { actor: actor.accountId, operationId, now }, widgetId),
  );
  return change.ok ? succeed(await renderSettings(ports, found.value.project, change.value)) : change;
}
