import { useId } from 'react';
import { useTexts } from '../../app/texts-context';
import { spaceName, type ChatSpace } from './global-words';

export interface DefaultChatSelectProps {
  spaces: readonly ChatSpace[];
  value: string | null;
  saved: string | null;
  onChange(defaultChat: string | null): void;
}

/** Whose chat the help center's front page shows. */
export function DefaultChatSelect({ spaces, value, saved, onChange }: DefaultChatSelectProps) {
  const { t } = useTexts();
  const id = useId();
  const others = [...new Set([saved, value])].filter(
    (each) => each !== null && !spaces.some((space) => space.id === each),
  );
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor={id}>
        {t('admin.defaultChat')}
      </label>
      <p className="fd-help" id={`${id}-help`}>
        {t('admin.defaultChatHelp')}
      </p>
      <select
        id={id}
        className="fd-field"
        value={value ?? ''}
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
      >
        <option value="">{t('admin.noDefaultChat')}</option>
        {[...spaces.map((space) => space.id), ...others].map((each) => (
          <option key={each} value={each ?? ''}>
            {spaceName(spaces, each)}
          </option>
        ))}
      </select>
    </div>
  );
}
