import { LOG_DAYS_MAX, LOG_DAYS_MIN } from '../../../src/domain/limits';
import { useTexts } from '../../app/texts-context';

export interface LogDaysFieldProps {
  text: string;
  wrong: boolean;
  onChange(text: string): void;
}

export function LogDaysField({ text, wrong, onChange }: LogDaysFieldProps) {
  const { t } = useTexts();
  const bounds = { min: LOG_DAYS_MIN, max: LOG_DAYS_MAX };
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor="log-days">
        {t('admin.logDays')}
      </label>
      <p className="fd-help" id="log-days-help">
        {t('admin.logDaysHelp', bounds)}
      </p>
      <div className="fd-days">
        <input
          id="log-days"
          className="fd-field"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-invalid={wrong}
          aria-describedby="log-days-unit log-days-help log-days-problem"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <span id="log-days-unit">{t('admin.logDaysUnit')}</span>
      </div>
      <p id="log-days-problem" className="fd-problem fd-small" role="status">
        {wrong && t('admin.logDaysWrong', bounds)}
      </p>
    </div>
  );
}
