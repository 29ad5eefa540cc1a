import { describe, expect, it } from 'vitest';
import type { ProjectSettingsPage } from '../../../../src/contract/settings';
import { DEFAULT_PROJECT_SETTINGS } from '../../../../src/domain/settings';
import type { ProjectSettings } from '../../../../src/domain/settings';
import { settingsOf } from '../../../../static/settings/project/settings-draft';
import { initialState, settingsReducer } from '../../../../static/settings/project/settings-state';
import type { SettingsAction, SettingsState } from '../../../../static/settings/project/settings-state';

function pageWith(
  change: Partial<ProjectSettings> = {},
  overrides: Partial<ProjectSettingsPage> = {},
): ProjectSettingsPage {
  return {
    now: '2026-11-22T10:00:00.000Z',
    project: { id: '10001', key: 'SUP', name: 'Support' },
    settings: { ...DEFAULT_PROJECT_SETTINGS, chatEnabled: true, ...change },
    rev: 1,
    widgetId: 'w1',
    snippet: '<script></script>',
    webTriggerUrl: 'http://localhost/public/1',
    state: 'offline',
    onlineCount: 0,
    agents: [],
    ...overrides,
  };
}

const later = { now: '2026-11-22T10:00:01.000Z', rev: 2 };

const after = (state: SettingsState, ...actions: SettingsAction[]): SettingsState =>
  actions.reduce(settingsReducer, state);

describe('the settings page', () => {
  it('forgets what was typed when it is discarded', () => {
    const state = after(
      initialState(pageWith()),
      { type: 'edit', change: { welcomeText: 'Hello' } },
      { type: 'discard' },
    );
    expect(settingsOf(state.draft)).toEqual(state.page.settings);
  });

  it('keeps what is typed while a save is on its way', () => {
    const submitted: ProjectSettings = { ...pageWith().settings, welcomeText: 'One' };
    const state = after(
      initialState(pageWith()),
      { type: 'edit', change: { welcomeText: 'One' } },
      { type: 'save-started' },
      { type: 'edit', change: { welcomeText: 'One, two' } },
      { type: 'saved', page: pageWith({ welcomeText: 'One' }, later), submitted },
    );
    expect(state.saving).toBe(false);
    expect(state.page.rev).toBe(2);
    expect(state.draft.welcomeText).toBe('One, two');
  });

  it('shows a web site as it was saved', () => {
    const submitted: ProjectSettings = { ...pageWith().settings, allowedOrigins: ['https://a.example'] };
    const state = after(
      initialState(pageWith()),
      { type: 'edit', change: { originsText: 'HTTPS://a.example/' } },
      { type: 'saved', page: pageWith(submitted, later), submitted },
    );
    expect(state.draft.originsText).toBe('https://a.example');
  });

  it('keeps what was typed when the save is refused, and says why', () => {
    const state = after(
      initialState(pageWith()),
      { type: 'edit', change: { welcomeText: 'One' } },
      { type: 'save-started' },
      { type: 'save-refused', refusal: { code: 'not-allowed', message: 'No.' } },
    );
    expect(state).toMatchObject({
      saving: false,
      refusal: { code: 'not-allowed' },
      draft: { welcomeText: 'One' },
    });
  });

  it('shows a refresh at once where nothing was typed, and ignores one that was overtaken', () => {
    const fresh = pageWith({ welcomeText: 'New' }, { ...later, onlineCount: 3 });
    const state = after(initialState(pageWith()), { type: 'received', page: fresh });
    expect(state.draft.welcomeText).toBe('New');
    expect(after(state, { type: 'received', page: pageWith() })).toBe(state);
  });

  it.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
  ] as const)('after a conflict lets choose %s', (side, expected) => {
    const conflicted = after(
      initialState(pageWith()),
      { type: 'edit', change: { welcomeText: 'Mine', hideWhenOffline: true } },
      { type: 'save-started' },
      { type: 'save-conflicted', page: pageWith({ welcomeText: 'Theirs', anonymous: 'never' }, later) },
    );
    expect(conflicted).toMatchObject({
      saving: false,
      clashes: ['welcomeText'],
      adopted: ['anonymous'],
      page: { rev: 2 },
    });
    const chosen = after(conflicted, { type: 'choose', side });
    expect(chosen.clashes).toEqual([]);
    expect(settingsOf(chosen.draft)).toMatchObject({
      welcomeText: expected,
      hideWhenOffline: true,
      anonymous: 'never',
    });
  });
});
