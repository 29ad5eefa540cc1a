import { WELCOME_LENGTH } from '../../../src/domain/limits';
import { useTexts } from '../../app/texts-context';

export interface WelcomeFieldProps {
  text: string;
  onChange(text: string): void;
}

export function WelcomeField({ text, onChange }: WelcomeFieldProps) {
  const { t, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor="welcome">
        {t('settings.welcomeText')}
      </label>
      <p className="fd-help" id="welcome-help">
        {t('settings.welcomeTextHelp')}
      </p>
      <textarea
        id="welcome"
        value={text}
        className="fd-field fd-growing"
        rows={2}
        maxLength={WELCOME_LENGTH}
        aria-describedby="welcome-help welcome-count"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p className="fd-help" id="welcome-count">
        {t('settings.welcomeTextCount', {
          count: number.format(text.length),
          max: number.format(WELCOME_LENGTH),
        })}
      </p>
    </div>
  );
}
