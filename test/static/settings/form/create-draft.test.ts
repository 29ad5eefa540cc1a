import { describe, expect, it } from 'vitest';
import type { ProjectSettingsPage } from '../../../../src/contract/settings';
import { refuse, type Result } from '../../../../src/domain/errors';
import type { ProjectSettings } from '../../../../src/domain/settings';
import type { DraftAction, DraftState } from '../../../../static/settings/form/create-draft';
import { settingsDraft, type SettingsDraft } from '../../../../static/settings/project/settings-draft';
import { later, pageWith } from '../settings-page-builder';

type State = DraftState<SettingsDraft, ProjectSettingsPage>;
type Action = DraftAction<SettingsDraft, ProjectSettingsPage>;

const { initial, toDraft, toValues } = settingsDraft;

const after = (state: State, ...actions: Action[]): State => actions.reduce(settingsDraft.reduce, state);
const received = (page: ProjectSettingsPage): Action => ({ type: 'received', next: () => page });

const draftWith = (change: Partial<SettingsDraft>): SettingsDraft => ({
  ...toDraft(pageWith().settings),
  ...change,
});

describe('a form of settings', () => {
  it('forgets what was typed when it is discarded', () => {
    const state = after(
      initial(pageWith()),
      { type: 'edit', change: { welcomeText: 'Hello' } },
      { type: 'discard' },
    );
    expect(toValues(state.draft)).toEqual(state.saved.settings);
    expect(after(state, { type: 'save-started' }, { type: 'discard' }).saving).toBe(true);
  });

  it('keeps what is typed while a save is on its way', () => {
    const state = after(
      initial(pageWith()),
      { type: 'edit', change: { welcomeText: 'One' } },
      { type: 'save-started' },
      { type: 'edit', change: { welcomeText: 'One, two' } },
      {
        type: 'saved',
        stored: pageWith({ welcomeText: 'One' }, later),
        submitted: draftWith({ welcomeText: 'One' }),
      },
    );
    expect(state.saving).toBe(false);
    expect(state.saved.rev).toBe(2);
    expect(state.draft.welcomeText).toBe('One, two');
  });

  it('shows a web site as it was saved', () => {
    const allowedOrigins = 'HTTPS://a.example/';
    const state = after(
      initial(pageWith()),
      { type: 'edit', change: { allowedOrigins } },
      {
        type: 'saved',
        stored: pageWith({ allowedOrigins: ['https://a.example'] }, later),
        submitted: draftWith({ allowedOrigins }),
      },
    );
    expect(state.draft.allowedOrigins).toBe('https://a.example');
  });

  it('keeps what was typed when the save is refused, and says why', () => {
    const state = after(
      initial(pageWith()),
      { type: 'edit', change: { welcomeText: 'One' } },
      { type: 'save-started' },
      { type: 'save-refused', code: 'not-allowed' },
    );
    expect(state).toMatchObject({ saving: false, failure: 'not-allowed', draft: { welcomeText: 'One' } });
  });

  it('shows a refresh at once where nothing was typed, and ignores one that was overtaken', () => {
    const fresh = pageWith({ welcomeText: 'New' }, { ...later, onlineCount: 3 });
    const state = after(initial(pageWith()), received(fresh));
    expect(state.draft.welcomeText).toBe('New');
    expect(after(state, received(pageWith()))).toBe(state);
    const overtaken = after(state, { type: 'save-started' }, { type: 'save-conflicted', stored: pageWith() });
    expect(overtaken).toEqual(state);
  });

  it('tells of everything that others changed since something was typed here', () => {
    const state = after(
      initial(pageWith()),
      { type: 'edit', change: { welcomeText: 'Mine' } },
      received(pageWith({ anonymous: 'never', welcomeText: 'Theirs' }, later)),
      received(pageWith({ anonymous: 'never', hideWhenOffline: true, welcomeText: 'Theirs' }, later)),
    );
    expect(state).toMatchObject({
      adopted: ['anonymous', 'hideWhenOffline'],
      clashes: ['welcomeText'],
      draft: { welcomeText: 'Mine' },
    });
    expect(after(state, { type: 'edit', change: { anonymousName: 'Guest' } }).adopted).toEqual([]);
  });

  it.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
  ] as const)('after a conflict lets choose %s', (side, expected) => {
    const conflicted = after(
      initial(pageWith()),
      { type: 'edit', change: { welcomeText: 'Mine', hideWhenOffline: true } },
      { type: 'save-started' },
      { type: 'save-conflicted', stored: pageWith({ welcomeText: 'Theirs', anonymous: 'never' }, later) },
    );
    expect(conflicted).toMatchObject({
      saving: false,
      clashes: ['welcomeText'],
      adopted: ['anonymous'],
      saved: { rev: 2 },
    });
    const chosen = after(conflicted, { type: 'choose', side });
    expect(chosen.clashes).toEqual([]);
    expect(toValues(chosen.draft)).toMatchObject({
      welcomeText: expected,
      hideWhenOffline: true,
      anonymous: 'never',
    });
  });
});

describe('saving a form of settings', () => {
  const typed = draftWith({ welcomeText: 'Mine' });
  const mine = pageWith({ welcomeText: 'Mine' }, later);
  const conflict = refuse('conflict', 'Somebody was quicker.');
  const ok = (value: ProjectSettingsPage): Result<ProjectSettingsPage> => ({ ok: true, value });

  /** Saves on top of version 1; the server answers in this order. */
  async function outcomeOf(
    saves: Result<ProjectSettingsPage>[],
    current = refuse('unavailable', '') as Result<ProjectSettingsPage>,
  ) {
    const sent: [ProjectSettings, number][] = [];
    const outcome = await settingsDraft.save(pageWith(), typed, {
      fetch: async () => current,
      save: async (values, rev) => {
        sent.push([values, rev]);
        return saves.shift() ?? refuse('limit', 'Asked too often.');
      },
    });
    return { outcome, sent };
  }

  it('sends what was typed and the version that it was typed on top of', async () => {
    const { outcome, sent } = await outcomeOf([ok(mine)]);
    expect(outcome).toEqual({ type: 'saved', stored: mine, submitted: typed });
    expect(sent).toEqual([[mine.settings, 1]]);
  });

  it('says why it was refused, and asks for nothing else', async () => {
    const { outcome, sent } = await outcomeOf([refuse('not-allowed', 'No.')]);
    expect(outcome).toEqual({ type: 'save-refused', code: 'not-allowed' });
    expect(sent).toHaveLength(1);
  });

  it('stops at what somebody else saved meanwhile: nothing of theirs is overwritten unseen', async () => {
    const theirs = pageWith({ anonymous: 'never' }, later);
    const { outcome, sent } = await outcomeOf([conflict], ok(theirs));
    expect(outcome).toEqual({ type: 'save-conflicted', stored: theirs });
    expect(sent).toHaveLength(1);
  });

  it('recognizes its own earlier save whose answer was lost', async () => {
    const { outcome, sent } = await outcomeOf([conflict], ok(mine));
    expect(outcome).toEqual({ type: 'saved', stored: mine, submitted: typed });
    expect(sent).toHaveLength(1);
  });

  it('goes on by itself where only the snippet was replaced', async () => {
    const { outcome, sent } = await outcomeOf([conflict, ok(mine)], ok(pageWith({}, { ...later, rev: 7 })));
    expect(outcome).toMatchObject({ type: 'saved', stored: mine });
    expect(sent.map(([, rev]) => rev)).toEqual([1, 7]);
  });

  it('says so where it is overtaken twice, or what is stored cannot be fetched', async () => {
    const twice = await outcomeOf([conflict, conflict], ok(pageWith({}, later)));
    expect(twice.outcome).toEqual({ type: 'save-refused', code: 'conflict' });
    const unfetched = await outcomeOf([conflict]);
    expect(unfetched.outcome).toEqual({ type: 'save-refused', code: 'unavailable' });
  });
});
