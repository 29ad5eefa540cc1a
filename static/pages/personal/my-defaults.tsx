import { useId } from 'react';
import type { MyProject, Panel } from '../../../src/contract/panel';
import { duration } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';
import { endChoices, firstChoice } from '../../availability/end-choice';
import { CheckboxSetting } from '../../ui/checkbox-setting';
import { ErrorNotice } from '../../ui/error-notice';
import type { Defaults } from './use-defaults';

export interface MyDefaultsProps {
  panel: Panel;
  mine: MyProject[];
  defaults: Defaults;
}

/** What is offered first when I go online: the same that going online remembers (rule S3). */
export function MyDefaults({ panel, mine, defaults }: MyDefaultsProps) {
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const { failure, save } = defaults;
  const shown = panel.preferences;
  const choice = firstChoice(panel);
  return (
    <section className="fd-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('mine.whenOnline')}</h2>
      <div className="fd-setting">
        <label className="fd-setting-name" htmlFor={`${id}-for`}>
          {t('mine.stayOnline')}
        </label>
        <select
          id={`${id}-for`}
          className="fd-field personal-select"
          value={String(choice)}
          aria-describedby={`${id}-help`}
          onChange={({ target }) =>
            void save({ ...shown, minutes: target.value === 'open' ? null : Number(target.value) })
          }
        >
          {endChoices(panel).map((each) => (
            <option key={each} value={String(each)}>
              {each === 'open' ? t('agent.untilIGoOffline') : duration(each * 60_000, texts)}
            </option>
          ))}
        </select>
        <p className="fd-help" id={`${id}-help`}>
          {t('mine.stayOnlineHelp')}
        </p>
      </div>
      {mine.length > 1 && (
        <CheckboxSetting
          id={`${id}-all`}
          label={t('agent.inAllProjects')}
          help={t('mine.inAllHelp')}
          checked={shown.scope === 'all'}
          onChange={(all) => void save({ ...shown, scope: all ? 'all' : 'project' })}
        />
      )}
      {failure && (
        <ErrorNotice
          code={failure.code}
          title={t('mine.notSaved')}
          {...(failure.code === 'unavailable' && { onRetry: () => void save(failure.wanted) })}
        />
      )}
    </section>
  );
}
