import { NAME_LENGTH } from '../../../src/domain/limits';
import { useTexts } from '../../app/texts-context';

export interface AnonymousNameFieldProps {
  name: string;
  onChange(name: string): void;
}

export function AnonymousNameField({ name, onChange }: AnonymousNameFieldProps) {
  const { t } = useTexts();
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor="anonymous-name">
        {t('settings.anonymousName')}
      </label>
      <p className="fd-help" id="anonymous-name-help">
        {t('settings.anonymousNameHelp')}
      </p>
      <input
        type="text"
        id="anonymous-name"
        className="fd-field fd-line-field"
        value={name}
        maxLength={NAME_LENGTH}
        placeholder={t('settings.anonymousNameDefault')}
        autoComplete="off"
        aria-describedby="anonymous-name-help"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
