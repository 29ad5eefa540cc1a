import { useReducer, useRef, type Dispatch } from 'react';
import type { TextKey } from '../../app/texts';
import type { DraftAction, DraftForm, DraftServer, DraftState } from './create-draft';

/** A form on the page, and what can be done with it. */
export interface Editing<Draft, Stored> {
  state: DraftState<Draft, Stored>;
  /** What is stored, as the fields would show it. */
  theirs: Draft;
  dirty: boolean;
  problems: readonly (keyof Draft)[];
  /** Why what was typed cannot be saved yet. */
  hindrance: TextKey | null;
  dispatch: Dispatch<DraftAction<Draft, Stored>>;
  edit(change: Partial<Draft>): void;
  save(): Promise<void>;
}

/** Edits `first`; what is saved goes to `server` once, however often it is asked for. */
export function useDraft<Values, Draft extends Record<keyof Values, unknown>, Stored extends { rev: number }>(
  form: DraftForm<Values, Draft, Stored>,
  first: Stored,
  server: DraftServer<Values, Stored>,
  onSaved: (stored: Stored) => void,
  /** Where there is more to begin with than what is stored. */
  initial: (first: Stored) => DraftState<Draft, Stored> = form.initial,
): Editing<Draft, Stored> {
  const [state, dispatch] = useReducer(form.reduce, first, initial);
  const inFlight = useRef(false);
  const { saved, draft, clashes } = state;
  const values = form.valuesOf(saved);
  const problems = form.problems(draft);
  const dirty = form.touched(values, draft).length > 0;
  const faulty = problems.length > 0;

  async function save(): Promise<void> {
    if (inFlight.current || faulty || !dirty) return;
    inFlight.current = true;
    dispatch({ type: 'save-started' });
    const outcome = await form.save(saved, draft, server);
    inFlight.current = false;
    dispatch(outcome);
    if (outcome.type === 'saved') onSaved(outcome.stored);
  }

  return {
    state,
    theirs: form.toDraft(values),
    dirty,
    problems,
    hindrance: clashes.length > 0 ? 'settings.chooseFirst' : faulty ? 'settings.correctFirst' : null,
    dispatch,
    edit: (change) => dispatch({ type: 'edit', change }),
    save,
  };
}
