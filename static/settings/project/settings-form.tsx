import { useState } from 'react';
import { ConfirmQuestion } from '../../ui/confirm-question';
import { ErrorNotice } from '../../ui/error-notice';
import { Notice } from '../../ui/notice';
import { RadioChoices } from '../../ui/radio-choices';
import { OtherVersion } from '../form/other-version';
import { SaveBar } from '../form/save-bar';
import type { TextKey } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { AnonymousNameField } from './anonymous-name-field';
import { ChatSwitch } from './chat-switch';
import { CheckboxSetting } from '../../ui/checkbox-setting';
import { OriginsField } from './origins-field';
import { parseOrigins } from './parse-origins';
import { RequestTypeField } from './request-type-field';
import { clashesInWords, settingWord } from './setting-words';
import { isDirty } from './settings-draft';
import { useRequestTypes } from './use-request-types';
import type { Settings } from './use-settings';
import { WelcomeField } from './welcome-field';

export function SettingsForm({ settings }: { settings: Settings }) {
  const texts = useTexts();
  const { t } = texts;
  const { state, dispatch, save } = settings;
  const { draft, page, saving, clashes, adopted, refusal } = state;
  const project = page.project.name;
  const [asking, setAsking] = useState(false);
  const requestTypes = useRequestTypes(page.project.id);

  const edit = (change: Partial<typeof draft>): void => dispatch({ type: 'edit', change });
  const dirty = isDirty(page.settings, draft);
  const faulty = parseOrigins(draft.originsText).problems.length > 0;
  const turnsOff = page.settings.chatEnabled && !draft.chatEnabled;
  const hindrance: TextKey | null =
    clashes.length > 0
      ? 'settings.chooseFirst'
      : faulty
        ? 'settings.correctFirst'
        : asking && turnsOff
          ? 'settings.answerFirst'
          : null;

  function submit(): void {
    if (!dirty || faulty || saving) return;
    // Turning off is seen by every customer at once, so it is asked about; everything else can simply be changed back.
    if (turnsOff) setAsking(true);
    else void save();
  }

  return (
    <form
      className="fd-card"
      aria-labelledby="form-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (hindrance === null) submit();
      }}
    >
      <h2 id="form-title">{t('settings.formTitle')}</h2>
      <ChatSwitch
        project={project}
        saved={page.settings.chatEnabled}
        value={draft.chatEnabled}
        onChange={(chatEnabled) => {
          setAsking(false);
          edit({ chatEnabled });
        }}
      />
      <RadioChoices
        legend={t('settings.anonymous')}
        value={draft.anonymous}
        onChange={(anonymous) => edit({ anonymous })}
        choices={[
          {
            value: 'when-online',
            label: t('settings.anonymousWhenOnline'),
            help: t('settings.anonymousWhenOnlineHelp'),
          },
          { value: 'always', label: t('settings.anonymousAlways'), help: t('settings.anonymousAlwaysHelp') },
          { value: 'never', label: t('settings.anonymousNever'), help: t('settings.anonymousNeverHelp') },
        ]}
      />
      <CheckboxSetting
        id="suggest"
        label={t('settings.suggestRegistration')}
        help={t(
          draft.anonymous === 'never'
            ? 'settings.suggestRegistrationNever'
            : 'settings.suggestRegistrationHelp',
        )}
        checked={draft.suggestRegistration}
        onChange={(suggestRegistration) => edit({ suggestRegistration })}
      />
      <CheckboxSetting
        id="hide"
        label={t('settings.hideWhenOffline')}
        help={t('settings.hideWhenOfflineHelp')}
        checked={draft.hideWhenOffline}
        onChange={(hideWhenOffline) => edit({ hideWhenOffline })}
      />
      <WelcomeField text={draft.welcomeText} onChange={(welcomeText) => edit({ welcomeText })} />
      <RequestTypeField
        requestTypes={requestTypes}
        chosenId={draft.requestTypeId}
        onChange={(requestTypeId) => edit({ requestTypeId })}
      />
      <AnonymousNameField name={draft.anonymousName} onChange={(anonymousName) => edit({ anonymousName })} />
      <OriginsField text={draft.originsText} onChange={(originsText) => edit({ originsText })} />

      <SaveBar
        dirty={dirty}
        saving={saving}
        hindrance={hindrance && t(hindrance)}
        onDiscard={() => {
          setAsking(false);
          dispatch({ type: 'discard' });
        }}
      >
        {clashes.length > 0 && (
          <OtherVersion
            clashes={clashesInWords(texts, state, requestTypes.types ?? [])}
            onUseTheirs={() => dispatch({ type: 'choose', side: 'theirs' })}
            onSaveMine={() => {
              dispatch({ type: 'choose', side: 'mine' });
              submit();
            }}
          />
        )}
        {clashes.length === 0 && adopted.length > 0 && (
          <Notice tone="info">
            {t(dirty ? 'settings.adoptedUnsaved' : 'settings.adopted', {
              settings: texts.list(adopted.map((name) => settingWord(texts, name))),
            })}
          </Notice>
        )}
        {asking && turnsOff && (
          <ConfirmQuestion
            title={t('settings.disableTitle', { project })}
            body={t('settings.disableBody')}
            confirm={t('settings.disable')}
            cancel={t('settings.keepEnabled')}
            busy={saving}
            onConfirm={() => void save().then(() => setAsking(false))}
            onCancel={() => {
              setAsking(false);
              edit({ chatEnabled: true });
            }}
          />
        )}
        {refusal && <ErrorNotice code={refusal.code} title={t('settings.notSaved')} />}
      </SaveBar>
    </form>
  );
}
