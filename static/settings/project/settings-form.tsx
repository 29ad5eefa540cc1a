import { useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { ConfirmQuestion } from '../../ui/confirm-question';
import { RadioChoices } from '../../ui/radio-choices';
import { SaveBar } from '../form/save-bar';
import type { Editing } from '../form/use-draft';
import type { ServerClock } from '../../app/server-clock';
import { useTexts } from '../../app/texts-context';
import { useLoaded } from '../../app/use-loaded';
import { AgentSettings } from './agent-settings';
import { AnonymousNameField } from './anonymous-name-field';
import { ChatSwitch } from './chat-switch';
import { CheckboxSetting } from '../../ui/checkbox-setting';
import { HoursFields } from './hours/hours-fields';
import { OriginsField } from './origins-field';
import { ProtectionFields } from './protection-fields';
import { RequestTypeField } from './request-type-field';
import { settingValue, settingWord } from './setting-words';
import type { SettingsDraft } from './settings-draft';
import { WelcomeField } from './welcome-field';

export interface SettingsFormProps {
  form: Editing<SettingsDraft, ProjectSettingsPage>;
  /** As it is now: who is online, what is closed. */
  current: ProjectSettingsPage;
  clock: ServerClock;
  /** The admin's own time zone (IANA). */
  ownZone: string;
}

export function SettingsForm({ form, current, clock, ownZone }: SettingsFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const { edit, save } = form;
  const { saved: page, draft, saving } = form.state;
  const project = page.project.name;
  const [asking, setAsking] = useState(false);
  const requestTypes = useLoaded('getRequestTypes', { projectId: page.project.id });

  const turnsOff = page.settings.chatEnabled && !draft.chatEnabled;
  const hindrance = form.hindrance ?? (asking && turnsOff ? 'settings.answerFirst' : null);

  function submit(): void {
    if (!form.dirty || form.problems.length > 0 || saving) return;
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
      <HoursFields
        {...{ draft, ownZone, clock }}
        saved={page.settings.hours}
        closures={current.closures}
        someoneOnline={current.onlineCount > 0}
        onEdit={edit}
      />
      <CheckboxSetting
        id="portal-line"
        label={t('settings.portalLine')}
        help={t('settings.portalLineHelp')}
        checked={draft.portalLine}
        onChange={(portalLine) => edit({ portalLine })}
      />
      <WelcomeField text={draft.welcomeText} onChange={(welcomeText) => edit({ welcomeText })} />
      <RequestTypeField
        requestTypes={requestTypes}
        chosenId={draft.requestTypeId}
        onChange={(requestTypeId) => edit({ requestTypeId })}
      />
      <AnonymousNameField name={draft.anonymousName} onChange={(anonymousName) => edit({ anonymousName })} />
      <OriginsField text={draft.allowedOrigins} onChange={(allowedOrigins) => edit({ allowedOrigins })} />
      <AgentSettings draft={draft} onEdit={edit} />
      <ProtectionFields draft={draft} onEdit={edit} />

      <SaveBar
        form={form}
        hindrance={hindrance}
        nameOf={(name) => settingWord(texts, name)}
        valueOf={(name, version) =>
          settingValue(texts, name, version, requestTypes.value?.requestTypes ?? [])
        }
        onSave={submit}
        onDiscard={() => setAsking(false)}
      >
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
      </SaveBar>
    </form>
  );
}
