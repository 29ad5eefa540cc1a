import { useTexts } from '../../app/texts-context';

export interface ChatSwitchProps {
  project: string;
  saved: boolean;
  value: boolean;
  onChange(value: boolean): void;
}

/** A native checkbox that looks like a switch: Atlaskit's toggle asks for a feature-flag client on every load. */
export function ChatSwitch({ project, saved, value, onChange }: ChatSwitchProps) {
  const { t } = useTexts();
  return (
    <div className="fd-choice">
      <input
        type="checkbox"
        role="switch"
        id="chat-enabled"
        className="fd-switch"
        checked={value}
        aria-describedby="chat-enabled-help"
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className="fd-setting">
        <label className="fd-setting-name" htmlFor="chat-enabled">
          {t('settings.chatEnabled')}
        </label>
        <p className="fd-help" id="chat-enabled-help">
          {t('settings.chatEnabledHelp', { project })}
        </p>
        <p className="fd-small" role="status">
          {value !== saved && t(value ? 'settings.chatEnabledSoon' : 'settings.chatDisabledSoon')}
        </p>
      </div>
    </div>
  );
}
