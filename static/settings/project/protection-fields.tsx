import { useId } from 'react';
import { CheckboxSetting } from '../../ui/checkbox-setting';
import { useTexts } from '../../app/texts-context';
import { DAILY_BOUNDS, parseDaily, type DailyNumber, type SettingsDraft } from './settings-draft';

export interface ProtectionFieldsProps {
  draft: SettingsDraft;
  onEdit(change: Partial<SettingsDraft>): void;
}

/** What an admin can move so that one program does not close the desk (rule T6). */
export function ProtectionFields({ draft, onEdit }: ProtectionFieldsProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="fd-limits">
      <h3 id={id}>{t('protection.limits')}</h3>
      <DailyField
        name="startsPerDay"
        text={draft.startsPerDay}
        onChange={(startsPerDay) => onEdit({ startsPerDay })}
      />
      <DailyField
        name="customersPerDay"
        text={draft.customersPerDay}
        onChange={(customersPerDay) => onEdit({ customersPerDay })}
      />
      <CheckboxSetting
        id="logged-in-only"
        label={t('protection.loggedInOnly')}
        help={t('protection.loggedInOnlyHelp')}
        checked={draft.loggedInOnly}
        onChange={(loggedInOnly) => onEdit({ loggedInOnly })}
      />
    </div>
  );
}

interface DailyFieldProps {
  name: DailyNumber;
  text: string;
  onChange(text: string): void;
}

function DailyField({ name, text, onChange }: DailyFieldProps) {
  const { t, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const bounds = {
    min: number.format(DAILY_BOUNDS[name].min),
    max: number.format(DAILY_BOUNDS[name].max),
  };
  const wrong = parseDaily(name, text) === null;
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor={name}>
        {t(`protection.${name}`)}
      </label>
      <p className="fd-help" id={`${name}-help`}>
        {t(`protection.${name}Help`, bounds)}
      </p>
      <input
        id={name}
        className="fd-field fd-number-field"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${name}-help ${name}-problem`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${name}-problem`} className="fd-problem fd-small" role="status">
        {wrong && t('protection.wrong', bounds)}
      </p>
    </div>
  );
}
