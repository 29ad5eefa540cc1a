import type { AvailabilityState } from '../../src/domain/availability';
import { useTexts } from '../app/texts-context';

const TEXTS = {
  online: 'agent.seeOnline',
  offline: 'agent.seeOffline',
  hidden: 'agent.seeNothing',
  disabled: 'agent.seeNothing',
} as const;

/** "Customers see: ● Online" */
export function CustomersSee({ state }: { state: AvailabilityState }) {
  const { t } = useTexts();
  return (
    <p className="agent-customers">
      <span className="fd-subtle">{t('agent.customersSee')}</span>
      <span className={state === 'online' ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />
      <span>{t(TEXTS[state])}</span>
    </p>
  );
}
