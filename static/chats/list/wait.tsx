import ClockIcon from '@atlaskit/icon/core/clock';
import { dateTime, duration } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';
import { isLongWait } from '../long-wait';

/** How long a customer has been waiting for a reply. */
export function Wait({ since, now }: { since: number; now: number }) {
  const texts = useTexts();
  const waited = Math.max(0, now - since);
  return (
    <span
      className={isLongWait(waited) ? 'inbox-wait inbox-wait-long' : 'inbox-wait'}
      title={dateTime(since, texts)}
    >
      <ClockIcon label="" size="small" />
      <span className="fd-hidden">{texts.t('inbox.waiting')}</span> {duration(waited, texts)}
    </span>
  );
}
