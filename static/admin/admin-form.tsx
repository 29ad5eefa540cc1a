import { showFlag } from '@forge/bridge';
import { useRef, useState } from 'react';
import type { ErrorCode } from '../../src/domain/errors';
import type { GlobalSettings } from '../../src/domain/settings';
import { callResolver } from '../shared/call-resolver';
import { ErrorNotice } from '../shared/error-notice';
import { RadioChoices } from '../shared/radio-choices';
import { SaveBar } from '../shared/save-bar';
import { useTexts } from '../shared/texts-context';
import { DurationSelect } from './duration-select';
import { globalDraftOf, globalProblems, globalSettingsOf, isGlobalDirty } from './global-draft';
import type { GlobalDraft } from './global-draft';
import { LogDaysField } from './log-days-field';

/** The settings of the whole site. */
export function AdminForm({ first }: { first: GlobalSettings }) {
  const { t } = useTexts();
  const [saved, setSaved] = useState(first);
  const [draft, setDraft] = useState(() => globalDraftOf(first));
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const inFlight = useRef(false);
  const problems = globalProblems(draft);
  const settings = globalSettingsOf(draft);

  function edit(change: Partial<GlobalDraft>): void {
    setFailure(null);
    setDraft((before) => ({ ...before, ...change }));
  }

  async function save(): Promise<void> {
    if (inFlight.current || settings === null || !isGlobalDirty(saved, draft)) return;
    inFlight.current = true;
    setSaving(true);
    setFailure(null);
    const answer = await callResolver('saveGlobalSettings', { settings });
    inFlight.current = false;
    setSaving(false);
    if (!answer.ok) return setFailure(answer.error.code);
    setSaved(answer.value);
    // What was typed while the save was on its way stays.
    setDraft((now) => (now === draft ? globalDraftOf(answer.value) : now));
    const title = t('admin.savedFlag');
    showFlag({ id: 'frontdesk-global-saved', title, type: 'success', isAutoDismiss: true });
  }

  return (
    <form
      className="fd-card"
      aria-labelledby="admin-title"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
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
        dirty={isGlobalDirty(saved, draft)}
        saving={saving}
        hindrance={settings === null ? t('settings.correctFirst') : null}
        onDiscard={() => {
          setFailure(null);
          setDraft(globalDraftOf(saved));
        }}
      >
        {failure !== null && <ErrorNotice code={failure} title={t('settings.notSaved')} />}
      </SaveBar>
    </form>
  );
}
