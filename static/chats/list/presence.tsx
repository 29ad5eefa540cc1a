import { useTexts } from '../../app/texts-context';

/** Whether the customer's page is open: a dot that is filled or not, and the words. */
export function Presence({ here }: { here: boolean }) {
  const { t } = useTexts();
  return (
    <span className="inbox-here fd-small">
      <span className={here ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />{' '}
      {t(here ? 'inbox.hereNow' : 'inbox.notHere')}
    </span>
  );
}
