import { showFlag } from '@forge/bridge';
import { LONGEST_MINUTES_MIN } from '../../../src/domain/limits';
import type { SavedGlobalSettings } from '../../../src/domain/settings';
import { callResolver } from '../../app/call-resolver';
import { useLoaded } from '../../app/use-loaded';
import { RadioChoices } from '../../ui/radio-choices';
import { SaveBar } from '../form/save-bar';
import { useDraft } from '../form/use-draft';
import { useTexts } from '../../app/texts-context';
import { DurationSelect } from './duration-select';
import { DefaultChatSelect } from './default-chat-select';
import { globalDraft } from './global-draft';
import { globalSettingValue, globalSettingWord } from './global-words';
import { LogDaysField } from './log-days-field';

/** The settings of the whole site. */
export function AdminForm({ first }: { first: SavedGlobalSettings }) {
  const texts = useTexts();
  const { t } = texts;
  const spaces = useLoaded('getChatSpaces', {}).value?.spaces ?? [];
  const form = useDraft(
    globalDraft,
    first,
    {
      fetch: () => callResolver('getGlobalSettings', {}),
      save: (settings, rev) => callResolver('saveGlobalSettings', { settings, rev }),
    },
    () => {
      const title = t('admin.savedFlag');
      showFlag({ id: 'frontdesk-global-saved', title, type: 'success', isAutoDismiss: true });
    },
  );
  const { state, hindrance, edit, save } = form;
  const { saved, draft } = state;

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
        problem={form.problems.includes('defaultMinutes') ? t('admin.defaultTooLong') : null}
        onChange={(defaultMinutes) => edit({ defaultMinutes })}
      />
      <DurationSelect
        label={t('admin.longestMinutes')}
        help={t('admin.longestMinutesHelp')}
        without={t('admin.noLimit')}
        value={draft.longestMinutes}
        saved={saved.longestMinutes}
        shortest={LONGEST_MINUTES_MIN}
        onChange={(longestMinutes) => edit({ longestMinutes })}
      />
      <LogDaysField
        text={draft.logDays}
        wrong={form.problems.includes('logDays')}
        onChange={(logDays) => edit({ logDays })}
      />
      <DefaultChatSelect
        spaces={spaces}
        value={draft.defaultChat}
        saved={saved.defaultChat}
        onChange={(defaultChat) => edit({ defaultChat })}
      />
      <SaveBar
        form={form}
        hindrance={hindrance}
        nameOf={(name) => globalSettingWord(texts, name)}
        valueOf={(name, version) => globalSettingValue(texts, name, version, spaces)}
        onSave={() => void save()}
      />
    </form>
  );
}
