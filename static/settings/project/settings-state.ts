import type { Panel } from '../../../src/contract/panel';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { Refusal } from '../../../src/domain/errors';
import type { ProjectSettings } from '../../../src/domain/settings';
import { draftOf, isDirty, rebaseDraft, takeSettings } from './settings-draft';
import type { SettingName, SettingsDraft } from './settings-draft';

/** What the settings page knows. `page.settings` is what is saved; `draft` is what is typed. */
export interface SettingsState {
  page: ProjectSettingsPage;
  draft: SettingsDraft;
  saving: boolean;
  /** Settings that somebody else changed meanwhile and that were taken over. */
  adopted: readonly SettingName[];
  /** Settings that somebody else changed meanwhile, and I too. */
  clashes: readonly SettingName[];
  refusal: Refusal | null;
}

export type SettingsAction =
  | { type: 'edit'; change: Partial<SettingsDraft> }
  | { type: 'discard' }
  | { type: 'save-started' }
  | { type: 'save-refused'; refusal: Refusal }
  | { type: 'saved'; page: ProjectSettingsPage; submitted: ProjectSettings }
  /** The page as it is on the server now: refreshed, or fetched after a conflict. */
  | { type: 'received'; page: ProjectSettingsPage }
  | { type: 'save-conflicted'; page: ProjectSettingsPage }
  /** What the door or its undo answered. */
  | { type: 'roster-changed'; panel: Panel }
  | { type: 'choose'; side: 'mine' | 'theirs' };

export const initialState = (page: ProjectSettingsPage): SettingsState => ({
  page,
  draft: draftOf(page.settings),
  saving: false,
  adopted: [],
  clashes: [],
  refusal: null,
});

/** Answers may overtake each other: an older one must not bring back what is over. */
const isOlder = (page: { now: string }, than: { now: string }): boolean =>
  Date.parse(page.now) < Date.parse(than.now);

const union = (a: readonly SettingName[], b: readonly SettingName[]): SettingName[] => [
  ...new Set([...a, ...b]),
];

function receive(state: SettingsState, page: ProjectSettingsPage): SettingsState {
  if (isOlder(page, state.page)) return state;
  const { draft, adopted, clashes } = rebaseDraft(state.page.settings, state.draft, page.settings);
  return {
    ...state,
    page,
    draft,
    adopted: union(state.adopted, adopted),
    clashes: union(state.clashes, clashes),
  };
}

export function settingsReducer(state: SettingsState, action: SettingsAction): SettingsState {
  switch (action.type) {
    case 'edit':
      return { ...state, draft: { ...state.draft, ...action.change }, adopted: [], refusal: null };
    case 'discard':
      return { ...initialState(state.page), saving: state.saving };
    case 'save-started':
      return { ...state, saving: true, refusal: null };
    case 'save-refused':
      return { ...state, saving: false, refusal: action.refusal };
    case 'saved': {
      // What was typed while the save was on its way stays.
      const { draft } = rebaseDraft(action.submitted, state.draft, action.page.settings);
      const saved = initialState(action.page);
      // What was saved is shown as it was saved, such as a web site without its closing slash.
      return isDirty(action.page.settings, draft) ? { ...saved, draft } : saved;
    }
    case 'received':
      return receive(state, action.page);
    case 'save-conflicted':
      return { ...receive(state, action.page), saving: false };
    case 'roster-changed': {
      const { now, agents, onlineCount, project } = action.panel;
      const page = { ...state.page, now, agents, onlineCount, state: project?.state ?? state.page.state };
      return isOlder(page, state.page) ? state : { ...state, page };
    }
    case 'choose': {
      const { draft, clashes, page } = state;
      return {
        ...state,
        draft: action.side === 'theirs' ? takeSettings(draft, page.settings, clashes) : draft,
        adopted: [],
        clashes: [],
      };
    }
  }
}
