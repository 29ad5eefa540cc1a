import { ALLOWED_ORIGINS } from '../../../src/domain/limits';
import type { TextKey } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { acceptSuggestion, parseOrigins } from './parse-origins';
import type { OriginFault } from './parse-origins';

const FAULTS: Record<OriginFault, TextKey> = {
  'not-an-address': 'settings.originNotAnAddress',
  'no-scheme': 'settings.originNoScheme',
  'has-more': 'settings.originHasMore',
  wildcard: 'settings.originWildcard',
  'too-long': 'settings.originTooLong',
  'too-many': 'settings.originTooMany',
};

export interface OriginsFieldProps {
  text: string;
  onChange(text: string): void;
}

/** The web sites that may show the icon; says line by line what cannot be saved. */
export function OriginsField({ text, onChange }: OriginsFieldProps) {
  const { t } = useTexts();
  const { problems } = parseOrigins(text);
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor="origins">
        {t('settings.allowedOrigins')}
      </label>
      <p className="fd-help" id="origins-help">
        {t('settings.allowedOriginsHelp')}
      </p>
      <textarea
        id="origins"
        value={text}
        className="fd-field fd-code fd-growing"
        rows={3}
        spellCheck={false}
        aria-invalid={problems.length > 0}
        aria-describedby="origins-help origins-problems"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <ul id="origins-problems" className="fd-origin-problems" aria-live="polite">
        {problems.map((problem) => (
          <li key={problem.line}>
            <span className="fd-problem fd-small">
              {t(FAULTS[problem.fault], {
                line: problem.line,
                text: problem.text,
                suggestion: problem.suggestion ?? '',
                max: ALLOWED_ORIGINS,
              })}
            </span>
            {problem.suggestion !== null && (
              <button
                type="button"
                className="fd-link"
                onClick={() => onChange(acceptSuggestion(text, problem))}
              >
                {t('settings.originUse', { suggestion: problem.suggestion })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
