import WarningIcon from '@atlaskit/icon/core/status-warning';
import { clockTime } from '../app/format-time';
import { useTexts } from '../app/texts-context';

/** One answer may get lost: what is drawn is called old once two were missed. */
const STALE_MS = 90_000;

/** Is what the server said at `since` (epoch ms; null: it answers) too old to be told as true? */
export const isStaleAt = (since: number | null, now: number): boolean =>
  since !== null && now - since > STALE_MS;

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
