import { refusedHours } from '../domain/clock/refused-times';
import type { Portal } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import { saveSettings } from '../domain/settings-transitions';
import type { GivenSettings, ProjectSettingsPage } from '../contract/settings';
import { PlatformFault, type Actor, type Ports } from '../ports';
import { changeDesk } from './change-desk';
import { renderSettings } from './get-project-settings';
import { administratorsOnly, projectRoles } from './standing';

export interface SaveProjectSettingsInput {
  projectId: string;
  settings: GivenSettings;
  /** The revision that was read: a save on top of somebody else's is a conflict. */
  rev: number;
}

export async function saveProjectSettings(
  ports: Ports,
  actor: Actor,
  { projectId, settings, rev }: SaveProjectSettingsInput,
): Promise<Result<ProjectSettingsPage>> {
  const found = administratorsOnly(await projectRoles(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const problem = settings.hours && refusedHours(settings.hours);
  if (problem) return problem;
  let portal: Portal | null = null;
  if (settings.chatEnabled) {
    const serviceDeskId = await ports.jira.serviceDeskId(projectId);
    if (serviceDeskId === null) {
      return refuse('invalid-request', 'Chat needs a service space. This space has no customer portal.');
    }
    const siteUrl = await ports.siteUrl();
    // Customers' pages link to the portal there.
    if (siteUrl === null) throw new PlatformFault('the address of this Jira is not known');
    portal = { serviceDeskId, siteUrl };
  }
  const operationId = ports.random.id();
  const widgetId = ports.random.id();
  let switchesOn = false;
  const change = await changeDesk(ports, projectId, (desk, now) => {
    switchesOn ||= settings.chatEnabled && !desk.settings.chatEnabled;
    return saveSettings(
      desk,
      { actor: actor.accountId, operationId, now },
      { settings: { ...desk.settings, ...settings }, rev, portal, widgetId },
    );
  });
  if (!change.ok) return change;
  if (switchesOn) await ports.jobs.push({ kind: 'keep-schedules', projectId });
  return succeed(await renderSettings(ports, found.value.project, change.value));
}
