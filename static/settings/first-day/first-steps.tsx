import Button from '@atlaskit/button/new';
import { useTexts } from '../../app/texts-context';
import { Notice } from '../../ui/notice';
import { ChatStep } from './chat-step';
import './first-steps.css';
import { OnlineStep } from './online-step';
import { RequestsStep } from './requests-step';
import { SeenStep } from './seen-step';
import type { FirstStepsState } from './use-first-steps';

const STEPS = [
  { key: 'chat', Step: ChatStep },
  { key: 'requests', Step: RequestsStep },
  { key: 'online', Step: OnlineStep },
  { key: 'seen', Step: SeenStep },
] as const;

/** What leads an admin from the installation to the first chat. Nothing, once all of it is done. */
export function FirstSteps({ first, projectId }: { first: FirstStepsState; projectId?: string }) {
  const { t } = useTexts();
  const { steps, wasOpen, failure, busy, check, hide } = first;
  if (!steps) return null;
  const project = steps.project?.name ?? '';
  if (steps.done) {
    if (!wasOpen) return null;
    return (
      <div role="status">
        <Notice tone="success" title={t('firstDay.allDone', { project })}>
          {t('firstDay.allDoneHelp')}
        </Notice>
      </div>
    );
  }
  const done = STEPS.map(({ key }) => steps[key]?.done ?? false);
  const next = done.indexOf(false);
  const count = done.filter(Boolean).length;
  return (
    <section className="fd-card first-steps" aria-labelledby="first-steps">
      <header className="first-steps-head">
        <h2 id="first-steps">{steps.project ? t('firstDay.titleIn', { project }) : t('firstDay.title')}</h2>
        <span className="fd-subtle" role="status">
          {t('firstDay.progress', { done: count, count: STEPS.length })}
        </span>
        <span className="first-steps-bar" aria-hidden="true">
          <span style={{ inlineSize: `${String((100 * count) / STEPS.length)}%` }} />
        </span>
        <p className="fd-help">{t('firstDay.intro')}</p>
      </header>
      <ol>
        {STEPS.map(({ key, Step }, index) => (
          <Step
            key={key}
            steps={steps}
            isNext={index === next}
            number={index + 1}
            place={projectId === undefined ? 'site' : 'project'}
            busy={busy}
            check={check}
          />
        ))}
      </ol>
      <div className="fd-actions">
        <Button spacing="compact" appearance="subtle" onClick={hide}>
          {t('firstDay.hide')}
        </Button>
        {failure !== null && (
          <span className="fd-small fd-subtle" role="status">
            {t('firstDay.notChecked')}
          </span>
        )}
      </div>
    </section>
  );
}
