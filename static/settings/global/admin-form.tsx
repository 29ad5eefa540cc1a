import { showFlag } from '@forge/bridge';
import { useReducer, useRef } from 'react';
import type { SavedGlobalSettings } from '../../../src/domain/settings';
import { ErrorNotice } from '../../ui/error-notice';
import { Notice } from '../../ui/notice';
import { OtherVersion } from '../form/other-version';
import { RadioChoices } from '../../ui/radio-choices';
import { SaveBar } from '../form/save-bar';
import type { TextKey } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { DurationSelect } from './duration-select';
import { globalProblems, globalSettingsOf, isGlobalDirty, type GlobalDraft } from './global-draft';
import { globalReducer, initialGlobalState } from './global-state';
import { globalClashesInWords, globalSettingWord } from './global-words';
import { LogDaysField } from './log-days-field';
import { saveGlobalSettings } from './save-global-settings';

/** The settings of the whole site. */
export function AdminForm({ first }: { first: SavedGlobalSettings }) {
  const texts = useTexts();
  const { t } = texts;
  const [state, dispatch] = useReducer(globalReducer, first, initialGlobalState);
  const { saved, draft, saving, adopted, clashes, failure } = state;
  const inFlight = useRef(false);
  const problems = globalProblems(draft);
  const dirty = isGlobalDirty(saved, draft);
  const faulty = globalSettingsOf(draft) === null;
  const hindrance: TextKey | null =
    clashes.length > 0 ? 'settings.chooseFirst' : faulty ? 'settings.correctFirst' : null;

  const edit = (change: Partial<GlobalDraft>): void => dispatch({ type: 'edit', change });

  async function save(): Promise<void> {
    if (inFlight.current || faulty || !dirty) return;
    inFlight.current = true;
    dispatch({ type: 'save-started' });
    const action = await saveGlobalSettings(saved, draft);
    inFlight.current = false;
    dispatch(action);
    if (action.type !== 'saved') return;
    const title = t('admin.savedFlag');
    showFlag({ id: 'frontdesk-global-saved', title, type: 'success', isAutoDismiss: true });
  }

  return (
    <form
      className="fd-card"
      aria-labelledby="admin-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (hindrance === null) void save();
      }}
    >
      <RadioChoices
        legend={t('admin.showIndicator')}
        help={t('admin.showIndicatorHelp')}
        value={draft.showIndicator}
        onChange={(showIndicator) => edit({ showIndicator })}
        choices={[
          {
            value: 'everywhere',
            label: t('admin.showIndicatorEverywhere'),
            help: t('admin.showIndicatorEverywhereHelp'),
          },
          {
            value: 'chat-projects',
            label: t('admin.showIndicatorChatProjects'),
            help: t('admin.showIndicatorChatProjectsHelp'),
          },
        ]}
      />
      <DurationSelect
        label={t('admin.defaultMinutes')}
        help={t('admin.defaultMinutesHelp')}
        without={t('admin.untilOffline')}
        value={draft.defaultMinutes}
        saved={saved.defaultMinutes}
        longest={draft.longestMinutes}
        problem={problems.defaultMinutes ? t('admin.defaultTooLong') : null}
        onChange={(defaultMinutes) => edit({ defaultMinutes })}
      />
      <DurationSelect
        label={t('admin.longestMinutes')}
        help={t('admin.longestMinutesHelp')}
        without={t('admin.noLimit')}
        value={draft.longestMinutes}
        saved={saved.longestMinutes}
        onChange={(longestMinutes) => edit({ longestMinutes })}
      />
      <LogDaysField
        text={draft.logDaysText}
        wrong={problems.logDays}
        onChange={(logDaysText) => edit({ logDaysText })}
      />
      <SaveBar
        dirty={dirty}
        saving={saving}
        hindrance={hindrance && t(hindrance)}
        onDiscard={() => dispatch({ type: 'discard' })}
      >
        {clashes.length > 0 && (
          <OtherVersion
            clashes={globalClashesInWords(texts, state)}
            onUseTheirs={() => dispatch({ type: 'choose', side: 'theirs' })}
            onSaveMine={() => {
              dispatch({ type: 'choose', side: 'mine' });
              void save();
            }}
          />
        )}
        {clashes.length === 0 && adopted.length > 0 && (
          <Notice tone="info">
            {t(dirty ? 'settings.adoptedUnsaved' : 'settings.adopted', {
              settings: texts.list(adopted.map((name) => globalSettingWord(texts, name))),
            })}
          </Notice>
        )}
        {failure !== null && <ErrorNotice code={failure} title={t('settings.notSaved')} />}
      </SaveBar>
    </form>
  );
}
