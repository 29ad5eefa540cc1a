import CheckIcon from '@atlaskit/icon/core/check-mark';
import type { ReactNode } from 'react';
import type { FirstSteps } from '../../../src/contract/first-steps';
import { useTexts } from '../../app/texts-context';

/** What every step is told. */
export interface StepProps {
  steps: FirstSteps;
  /** The first that is not done: what to do next. */
  isNext: boolean;
  number: number;
  /** Where they stand: on the settings of the project itself, or on the site's. */
  place: 'project' | 'site';
  busy: boolean;
  check(): Promise<void>;
}

export interface StepFrameProps {
  number: number;
  done: boolean;
  isNext: boolean;
  title: string;
  children?: ReactNode;
}

/** A step, which ticks itself off. */
export function StepFrame({ number, done, isNext, title, children }: StepFrameProps) {
  const { t } = useTexts();
  return (
    <li
      className={isNext ? 'first-step first-step-next' : 'first-step'}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className={done ? 'first-step-mark first-step-done' : 'first-step-mark'} aria-hidden="true">
        {done ? <CheckIcon label="" color="currentColor" /> : number}
      </span>
      <div className="first-step-body">
        <h3>
          {title} {done && <span className="fd-hidden">{t('firstDay.done')}</span>}
        </h3>
        {children}
      </div>
      {done && (
        <span className="fd-small fd-subtle" aria-hidden="true">
          {t('firstDay.done')}
        </span>
      )}
    </li>
  );
}
