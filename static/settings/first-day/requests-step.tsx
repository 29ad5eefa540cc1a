import Button from '@atlaskit/button/new';
import type { FirstSteps } from '../../../src/contract/first-steps';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { PageLink } from '../../ui/page-link';
import { showSetting } from './show-setting';
import { StepFrame, type StepProps } from './step';

export function RequestsStep({ steps, place, isNext, number, busy, check }: StepProps) {
  const texts = useTexts();
  const { t } = texts;
  const { requests, project } = steps;
  const done = requests?.done ?? false;
  return (
    <StepFrame
      {...{ number, done, isNext }}
      title={t(done ? 'firstDay.requestsTitle' : 'firstDay.requestsTodo')}
    >
      {project && <p>{requestsText(texts, requests)}</p>}
      {project && !done && (
        <div className="fd-actions">
          {requests && place === 'project' && (
            <Button onClick={() => showSetting('request-type')}>{t('firstDay.requestsChoose')}</Button>
          )}
          {requests && place === 'site' && (
            <PageLink module="project-settings" projectKey={project.key}>
              {t('firstDay.openSettings', { project: project.name })}
            </PageLink>
          )}
          <Button appearance="subtle" isLoading={busy} onClick={() => void check()}>
            {t('firstDay.check')}
          </Button>
        </div>
      )}
    </StepFrame>
  );
}

function requestsText({ t, list }: Texts, requests: FirstSteps['requests']): string {
  if (!requests) return t('firstDay.requestsUnknown');
  const { problem, name, missing } = requests;
  if (problem === null) return t('firstDay.requestsDone', { name: name ?? '' });
  if (problem === 'chosen-gone') return t('firstDay.requestsGone');
  if (name !== null && missing.length > 0)
    return t('firstDay.requestsNeeds', { name, fields: list(missing) });
  return t('firstDay.requestsNone');
}
