import Button from '@atlaskit/button/new';
import { useId, type RefObject } from 'react';
import type { AskedOfMe, Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { questionWords } from './question-words';
import type { PresenceAnswer } from './wish';

export interface PresenceQuestionProps {
  asked: AskedOfMe;
  panel: Panel;
  now: number;
  /** Takes the first focus of the dialog. */
  autoFocus: boolean;
  mainButton?: RefObject<HTMLButtonElement>;
  onAnswer(answer: PresenceAnswer): void;
}

/** "Are you here?": when a slot of mine begins, and at the end of a break (rules H2, H8). */
export function PresenceQuestion({
  asked,
  panel,
  now,
  autoFocus,
  mainButton,
  onAnswer,
}: PresenceQuestionProps) {
  const texts = useTexts();
  const id = useId();
  const { title, body } = questionWords(texts, asked, panel, now);
  return (
    <div
      className="agent-box agent-box-expected"
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <p className="agent-status-line" id={`${id}-title`}>
        <span className="fd-dot fd-dot-expected" aria-hidden="true" />
        <strong>{title}</strong>
      </p>
      <p id={`${id}-body`}>{body}</p>
      <PresenceAnswers {...{ autoFocus, mainButton, onAnswer }} />
    </div>
  );
}

export interface PresenceAnswersProps extends Pick<PresenceQuestionProps, 'mainButton' | 'onAnswer'> {
  autoFocus?: boolean;
  spacing?: 'default' | 'compact';
}

/** Its three answers. */
export function PresenceAnswers({ autoFocus = false, mainButton, spacing, onAnswer }: PresenceAnswersProps) {
  const { t } = useTexts();
  return (
    <div className="fd-actions">
      <Button
        ref={mainButton}
        autoFocus={autoFocus}
        appearance="primary"
        spacing={spacing}
        onClick={() => onAnswer('here')}
      >
        {t('agent.here')}
      </Button>
      <Button spacing={spacing} onClick={() => onAnswer('later')}>
        {t('agent.later')}
      </Button>
      <Button appearance="subtle" spacing={spacing} onClick={() => onAnswer('notToday')}>
        {t('agent.notToday')}
      </Button>
    </div>
  );
}
