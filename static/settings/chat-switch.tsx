import Toggle from '@atlaskit/toggle';
import { useTexts } from '../shared/texts-context';

export interface ChatSwitchProps {
  project: string;
  saved: boolean;
  value: boolean;
  onChange(value: boolean): void;
}

export function ChatSwitch({ project, saved, value, onChange }: ChatSwitchProps) {
  const { t } = useTexts();
  return (
    <div className="fd-chat-switch">
      <Toggle
        id="chat-enabled"
        size="large"
        isChecked={value}
        descriptionId="chat-enabled-help"
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className="fd-setting">
        <label className="fd-setting-name" htmlFor="chat-enabled">
          {t('settings.chatEnabled')}
        </label>
        <p className="fd-help" id="chat-enabled-help">
          {t('settings.chatEnabledHelp', { project })}
        </p>
        {value !== saved && (
          <p className="fd-small" role="status">
            {t(value ? 'settings.chatEnabledSoon' : 'settings.chatDisabledSoon')}
          </p>
        )}
      </div>
    </div>
  );
}
