import WarningIcon from '@atlaskit/icon/core/status-warning';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';

export const staleText = (texts: Texts, since: number, now: number): string =>
  texts.t('inbox.stale', { time: clockTime(since, now, texts) });

export interface StaleNoteProps {
  /** Epoch ms; null: what is drawn is current. */
  since: number | null;
  now: number;
}

/** What is drawn stays when it cannot be refreshed: this says from when it is. Below it, so that nothing moves down. */
export function StaleNote({ since, now }: StaleNoteProps) {
  const texts = useTexts();
  if (since === null) return null;
  return (
    <p className="inbox-stale fd-small">
      <WarningIcon label="" color="var(--ds-icon-warning)" />
      {staleText(texts, since, now)}
    </p>
  );
}
