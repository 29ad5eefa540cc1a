import WarningIcon from '@atlaskit/icon/core/status-warning';
import { clockTime } from '../app/format-time';
import { useTexts } from '../app/texts-context';

/** From when what is drawn is. */
export function StaleStatus({ since, now }: { since: number; now: number }) {
  const texts = useTexts();
  return (
    <p className="agent-stale fd-small" role="status">
      <WarningIcon label="" color="var(--ds-icon-warning)" />
      {texts.t('agent.stale', { time: clockTime(since, now, texts) })}
    </p>
  );
}
