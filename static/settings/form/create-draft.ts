import type { ErrorCode, Result } from '../../../src/domain/errors';

/** What a form edits, and how it tells one version from the other. */
export interface DraftRules<Values, Draft extends Record<keyof Values, unknown>, Stored> {
  valuesOf(stored: Stored): Values;
  /** What the fields show: each by the name of its setting, some as the text that was typed. */
  toDraft(values: Values): Draft;
  /** What would be saved; nothing to go by for settings that have a problem. */
  toValues(draft: Draft): Values;
  /** The names of what differs between two versions. */
  differing(a: Values, b: Values): (keyof Draft)[];
  /** The names of what cannot be saved as it is typed. */
  problems(draft: Draft): (keyof Draft)[];
  /** Answers may overtake each other: an older one must not bring back what is over. */
  isOlder(stored: Stored, than: Stored): boolean;
}

/** What a form knows. `saved` is what is stored, as far as is known; `draft` is what is typed. */
export interface DraftState<Draft, Stored> {
  saved: Stored;
  draft: Draft;
  saving: boolean;
  /** Settings that somebody else changed meanwhile and that were taken over. */
  adopted: readonly (keyof Draft)[];
  /** Settings that somebody else changed meanwhile, and I too. */
  clashes: readonly (keyof Draft)[];
  failure: ErrorCode | null;
}

export type DraftAction<Draft, Stored> =
  | { type: 'edit'; change: Partial<Draft> }
  | { type: 'discard' }
  | { type: 'save-started' }
  | { type: 'save-refused'; code: ErrorCode }
  | { type: 'saved'; stored: Stored; submitted: Draft }
  | { type: 'save-conflicted'; stored: Stored }
  /** What the server has now, seen from what was known of it. */
  | { type: 'received'; next(known: Stored): Stored }
  | { type: 'choose'; side: 'mine' | 'theirs' };

export interface DraftServer<Values, Stored> {
  fetch(): Promise<Result<Stored>>;
  /** Saves on top of version `rev`; `conflict` if that is no longer the newest. */
  save(values: Values, rev: number): Promise<Result<Stored>>;
}

export type DraftForm<
  Values,
  Draft extends Record<keyof Values, unknown>,
  Stored extends { rev: number },
> = ReturnType<typeof createDraft<Values, Draft, Stored>>;

/** Editing, merging with what others save meanwhile, and saving: the same for every form of settings. */
export function createDraft<
  Values,
  Draft extends Record<keyof Values, unknown>,
  Stored extends { rev: number },
>(rules: DraftRules<Values, Draft, Stored>) {
  type State = DraftState<Draft, Stored>;
  type Action = DraftAction<Draft, Stored>;
  type Names = readonly (keyof Draft)[];
  const { valuesOf, toDraft, toValues, differing, problems, isOlder } = rules;

  const initial = (saved: Stored): State => ({
    saved,
    draft: toDraft(valuesOf(saved)),
    saving: false,
    adopted: [],
    clashes: [],
    failure: null,
  });

  /** What was typed on top of `base`. What cannot be saved is a change too: leaving the page would lose it. */
  function touched(base: Values, draft: Draft): Names {
    const before = toDraft(base);
    const unfinished = problems(draft).filter((name) => draft[name] !== before[name]);
    return union(differing(base, toValues(draft)), unfinished);
  }

  /** The draft with some settings as somebody else saved them. */
  function take(draft: Draft, theirs: Values, names: Names): Draft {
    const shown = toDraft(theirs);
    return { ...draft, ...Object.fromEntries(names.map((name) => [name, shown[name]])) };
  }

  /** Puts what was typed on top of `base` on top of `theirs` instead. */
  function rebase(base: Values, draft: Draft, theirs: Values) {
    const mine = touched(base, draft);
    const unlike = differing(toValues(draft), theirs);
    const changed = differing(base, theirs);
    const adopted = changed.filter((name) => !mine.includes(name));
    const clashes = changed.filter((name) => mine.includes(name) && unlike.includes(name));
    return { draft: take(draft, theirs, adopted), adopted, clashes };
  }

  function receive(state: State, saved: Stored): State {
    if (isOlder(saved, state.saved)) return state;
    const { draft, adopted, clashes } = rebase(valuesOf(state.saved), state.draft, valuesOf(saved));
    return {
      ...state,
      saved,
      draft,
      adopted: union(state.adopted, adopted),
      clashes: union(state.clashes, clashes),
    };
  }

  function reduce(state: State, action: Action): State {
    switch (action.type) {
      case 'edit':
        return { ...state, draft: { ...state.draft, ...action.change }, adopted: [], failure: null };
      case 'discard':
        return { ...initial(state.saved), saving: state.saving };
      case 'save-started':
        return { ...state, saving: true, failure: null };
      case 'save-refused':
        return { ...state, saving: false, failure: action.code };
      case 'saved': {
        const values = valuesOf(action.stored);
        // What was typed while the save was on its way stays.
        const { draft } = rebase(toValues(action.submitted), state.draft, values);
        const saved = initial(action.stored);
        // What was saved is shown as it was saved, such as a web site without its closing slash.
        return touched(values, draft).length > 0 ? { ...saved, draft } : saved;
      }
      case 'save-conflicted':
        return { ...receive(state, action.stored), saving: false };
      case 'received':
        return receive(state, action.next(state.saved));
      case 'choose': {
        const { draft, clashes, saved } = state;
        const chosen = action.side === 'theirs' ? take(draft, valuesOf(saved), clashes) : draft;
        return { ...state, draft: chosen, adopted: [], clashes: [] };
      }
    }
  }

  /** Saves what was typed on top of what was seen, and says what the form has to do with the outcome. */
  async function save(seen: Stored, submitted: Draft, server: DraftServer<Values, Stored>): Promise<Action> {
    const values = toValues(submitted);
    const outcome = (answer: Result<Stored>): Action =>
      answer.ok
        ? { type: 'saved', stored: answer.value, submitted }
        : { type: 'save-refused', code: answer.error.code };

    const answer = await server.save(values, seen.rev);
    if (answer.ok || answer.error.code !== 'conflict') return outcome(answer);
    const current = await server.fetch();
    if (!current.ok) return outcome(current);
    const theirs = valuesOf(current.value);
    // An earlier save of ours whose answer was lost: it is what is stored.
    if (differing(theirs, values).length === 0) return outcome(current);
    if (differing(theirs, valuesOf(seen)).length > 0)
      return { type: 'save-conflicted', stored: current.value };
    // Changed and changed back, or only the snippet was replaced: nothing to choose between.
    return outcome(await server.save(values, current.value.rev));
  }

  return { ...rules, initial, touched, rebase, reduce, save };
}

const union = <Name>(a: readonly Name[], b: readonly Name[]): Name[] => [...new Set([...a, ...b])];
