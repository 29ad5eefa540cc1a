import Button from '@atlaskit/button/new';
import type { RequestTypeChoice } from '../../../src/contract/settings';
import type { RequestTypeProblem } from '../../../src/domain/request-type-problem';
import { ErrorNotice } from '../../ui/error-notice';
import { Notice } from '../../ui/notice';
import type { TextKey } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import type { Loaded } from '../../app/use-loaded';
import { requestTypeOptions } from './request-type-options';

const PROBLEMS: Record<RequestTypeProblem, TextKey> = {
  'none-usable': 'settings.requestTypeNoneUsable',
  'chosen-gone': 'settings.requestTypeGone',
  'chosen-unusable': 'settings.requestTypeUnusable',
};

export interface RequestTypeFieldProps {
  requestTypes: Loaded<'getRequestTypes'>;
  chosenId: string | null;
  onChange(id: string | null): void;
}

/** As what a chat is raised in Jira. Those that a chat cannot be are named with the reason, not left out. */
export function RequestTypeField({ requestTypes, chosenId, onChange }: RequestTypeFieldProps) {
  const { t } = useTexts();
  const { value, loading, failure, load } = requestTypes;
  const types = value?.requestTypes ?? null;
  const { first, usable, unusable, problem } = requestTypeOptions(types ?? [], chosenId);
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor="request-type">
        {t('settings.requestType')}
      </label>
      <p className="fd-help" id="request-type-help">
        {t('settings.requestTypeHelp')}
      </p>
      <select
        id="request-type"
        className="fd-field fd-line-field"
        value={chosenId ?? ''}
        disabled={types === null}
        aria-busy={loading}
        aria-describedby="request-type-help request-type-problem"
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : value)}
      >
        <option value="">
          {types === null && loading
            ? t('settings.requestTypeLoading')
            : first
              ? t('settings.requestTypeFirst', { name: first.name })
              : t('settings.valueFirstRequestType')}
        </option>
        {chosenId !== null && !types?.some(({ id }) => id === chosenId) && (
          <option value={chosenId} disabled>
            {types === null && loading
              ? t('settings.requestTypeLoading')
              : t('settings.requestTypeUnknown', { id: chosenId })}
          </option>
        )}
        {usable.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {unusable.length > 0 && (
          <optgroup label={t('settings.requestTypeNotOffered')}>
            {unusable.map(({ id, name }) => (
              <option key={id} value={id} disabled>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <div id="request-type-problem" role="status">
        {types !== null && problem !== null && <Notice tone="warning">{t(PROBLEMS[problem])}</Notice>}
      </div>
      {unusable.length > 0 && <NotOffered types={unusable} busy={loading} onLookAgain={load} />}
      {failure !== null && (
        <ErrorNotice
          code={failure}
          title={t('settings.requestTypesNotLoaded')}
          onRetry={load}
          busy={loading}
        />
      )}
    </div>
  );
}

interface NotOfferedProps {
  types: readonly RequestTypeChoice[];
  busy: boolean;
  onLookAgain(): void;
}

/** Keyboards and screen readers pass over disabled options: the reasons are here. */
function NotOffered({ types, busy, onLookAgain }: NotOfferedProps) {
  const { t, counted, list } = useTexts();
  return (
    <details className="fd-details">
      <summary>{counted('settings.requestTypesNotOffered', types.length)}</summary>
      <div className="fd-details-body">
        <ul className="fd-reasons">
          {types.map(({ id, name, missing }) => (
            <li key={id}>
              {missing.length > 0
                ? t('settings.requestTypeNeeds', { name, fields: list(missing) })
                : t('settings.requestTypeClosed', { name })}
            </li>
          ))}
        </ul>
        <p className="fd-help">{t('settings.requestTypeNeedsHelp')}</p>
        <div className="fd-actions">
          <Button spacing="compact" onClick={onLookAgain} isLoading={busy}>
            {t('settings.requestTypeLookAgain')}
          </Button>
        </div>
      </div>
    </details>
  );
}
