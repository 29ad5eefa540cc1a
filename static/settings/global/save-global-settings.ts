import { differingGlobalSettings, type SavedGlobalSettings } from '../../../src/domain/settings';
import { callResolver } from '../../app/call-resolver';
import { globalSettingsOf, type GlobalDraft } from './global-draft';
import type { GlobalAction } from './global-state';

/** Saves what was typed on top of what was seen, and says what the page has to do with the outcome. */
export async function saveGlobalSettings(
  seen: SavedGlobalSettings,
  submitted: GlobalDraft,
): Promise<GlobalAction> {
  const settings = globalSettingsOf(submitted);
  if (settings === null) return { type: 'save-refused', code: 'invalid-request' };
  const send = (rev: number) => callResolver('saveGlobalSettings', { settings, rev });

  const answer = await send(seen.rev);
  if (answer.ok) return { type: 'saved', settings: answer.value, submitted };
  if (answer.error.code !== 'conflict') return { type: 'save-refused', code: answer.error.code };

  const current = await callResolver('getGlobalSettings', {});
  if (!current.ok) return { type: 'save-refused', code: current.error.code };
  const theirs = current.value;
  // Changed, and changed back: there is nothing to choose between.
  if (differingGlobalSettings(theirs, seen).length === 0) {
    const again = await send(theirs.rev);
    if (again.ok) return { type: 'saved', settings: again.value, submitted };
    return { type: 'save-refused', code: again.error.code };
  }
  return { type: 'save-conflicted', theirs };
}
