import type { ErrorCode } from '../../../src/domain/errors';
import type { GlobalSettingName, SavedGlobalSettings } from '../../../src/domain/settings';
import { globalDraftOf, rebaseGlobalDraft, takeGlobalSettings, type GlobalDraft } from './global-draft';

/** What the page knows. `saved` is what is stored, as far as is known; `draft` is what is typed. */
export interface GlobalState {
  saved: SavedGlobalSettings;
  draft: GlobalDraft;
  saving: boolean;
  /** Settings that somebody else changed meanwhile and that were taken over. */
  adopted: readonly GlobalSettingName[];
  /** Settings that somebody else changed meanwhile, and I too. */
  clashes: readonly GlobalSettingName[];
  failure: ErrorCode | null;
}

export type GlobalAction =
  | { type: 'edit'; change: Partial<GlobalDraft> }
  | { type: 'discard' }
  | { type: 'save-started' }
  | { type: 'save-refused'; code: ErrorCode }
  | { type: 'saved'; settings: SavedGlobalSettings; submitted: GlobalDraft }
  | { type: 'save-conflicted'; theirs: SavedGlobalSettings }
  | { type: 'choose'; side: 'mine' | 'theirs' };

export const initialGlobalState = (saved: SavedGlobalSettings): GlobalState => ({
  saved,
  draft: globalDraftOf(saved),
  saving: false,
  adopted: [],
  clashes: [],
  failure: null,
});

export function globalReducer(state: GlobalState, action: GlobalAction): GlobalState {
  switch (action.type) {
    case 'edit':
      return { ...state, draft: { ...state.draft, ...action.change }, adopted: [], failure: null };
    case 'discard':
      return { ...initialGlobalState(state.saved), saving: state.saving };
    case 'save-started':
      return { ...state, saving: true, failure: null };
    case 'save-refused':
      return { ...state, saving: false, failure: action.code };
    case 'saved': {
      const saved = initialGlobalState(action.settings);
      // What was typed while the save was on its way stays.
      return state.draft === action.submitted ? saved : { ...saved, draft: state.draft };
    }
    case 'save-conflicted': {
      const { theirs } = action;
      return {
        ...state,
        ...rebaseGlobalDraft(state.saved, state.draft, theirs),
        saved: theirs,
        saving: false,
      };
    }
    case 'choose': {
      const { draft, clashes, saved } = state;
      return {
        ...state,
        draft: action.side === 'theirs' ? takeGlobalSettings(draft, saved, clashes) : draft,
        adopted: [],
        clashes: [],
      };
    }
  }
}
