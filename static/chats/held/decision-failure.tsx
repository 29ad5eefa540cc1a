import { useTexts } from '../../app/texts-context';
import { ErrorNotice } from '../../ui/error-notice';
import type { HeldDecision } from './use-held-decision';

export function DecisionFailure({ failure }: Pick<HeldDecision, 'failure'>) {
  const { t } = useTexts();
  return (
    failure && (
      <ErrorNotice code={failure.code} title={t(failure.undoing ? 'held.notUndone' : 'held.notDone')} />
    )
  );
}
