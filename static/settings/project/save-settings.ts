import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { callResolver } from '../../app/call-resolver';
import { differingSettings, settingsOf } from './settings-draft';
import type { SettingsDraft } from './settings-draft';
import type { SettingsAction } from './settings-state';

/** Saves what was typed on top of what was seen, and says what the page has to do with the outcome. */
export async function saveSettings(seen: ProjectSettingsPage, draft: SettingsDraft): Promise<SettingsAction> {
  const projectId = seen.project.id;
  const submitted = settingsOf(draft);
  const send = (rev: number) => callResolver('saveProjectSettings', { projectId, settings: submitted, rev });

  const answer = await send(seen.rev);
  if (answer.ok) return { type: 'saved', page: answer.value, submitted };
  if (answer.error.code !== 'conflict') return { type: 'save-refused', refusal: answer.error };

  const current = await callResolver('getProjectSettings', { projectId });
  if (!current.ok) return { type: 'save-refused', refusal: current.error };
  const page = current.value;
  // An earlier save of ours whose answer was lost: it is what is stored.
  if (differingSettings(page.settings, submitted).length === 0) return { type: 'saved', page, submitted };
  // Only the snippet was replaced meanwhile: nothing to choose between.
  if (differingSettings(page.settings, seen.settings).length === 0) {
    const again = await send(page.rev);
    if (again.ok) return { type: 'saved', page: again.value, submitted };
    if (again.error.code !== 'conflict') return { type: 'save-refused', refusal: again.error };
  }
  return { type: 'save-conflicted', page };
}
