import { useId } from 'react';
import { useTexts } from '../../app/texts-context';
import { CheckboxSetting } from '../../ui/checkbox-setting';
import { RadioChoices } from '../../ui/radio-choices';
import type { SettingsDraft } from './settings-draft';

export interface AgentSettingsProps {
  draft: SettingsDraft;
  onEdit(change: Partial<SettingsDraft>): void;
}

/** What agents' schedules begin with, and what agents may do (rules H2, H4). */
export function AgentSettings({ draft, onEdit }: AgentSettingsProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <section className="agent-settings" id="agent-settings" aria-labelledby={id}>
      <h3 id={id}>{t('settings.agentsGroup')}</h3>
      <RadioChoices
        legend={t('settings.rollCall')}
        help={t('settings.rollCallHelp')}
        value={draft.rollCall}
        onChange={(rollCall) => onEdit({ rollCall })}
        choices={[
          {
            value: 'confirm',
            label: t('settings.rollCallConfirm'),
            help: t('settings.rollCallConfirmHelp'),
          },
          {
            value: 'automatic',
            label: t('settings.rollCallAutomatic'),
            help: t('settings.rollCallAutomaticHelp'),
          },
        ]}
      />
      <CheckboxSetting
        id="agents-may-close"
        label={t('settings.agentsMayClose')}
        help={t('settings.agentsMayCloseHelp')}
        checked={draft.agentsMayClose}
        onChange={(agentsMayClose) => onEdit({ agentsMayClose })}
      />
    </section>
  );
}
