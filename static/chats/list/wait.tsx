import ClockIcon from '@atlaskit/icon/core/clock';
import { dateTime, duration } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';

/** From here on a wait is long. */
const LONG_MS = 5 * 60_000;

/** How long a customer has been waiting for a reply. */
export function Wait({ since, now }: { since: number; now: number }) {
  const texts = useTexts();
  const waited = Math.max(0, now - since);
  return (
    <span
      className={waited >= LONG_MS ? 'inbox-wait inbox-wait-long' : 'inbox-wait'}
      title={dateTime(since, texts)}
    >
      <ClockIcon label="" size="small" />
      <span className="fd-hidden">{texts.t('inbox.waiting')}</span> {duration(waited, texts)}
    </span>
  );
}
