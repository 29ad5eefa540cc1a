import { useId } from 'react';
import type { PageContext } from '../../../src/domain/page-context';
import { useTexts } from '../../app/texts-context';

/** Values that are in view without being asked for: the messages below need the room. */
const UNFOLDED = 3;

/** What the web page declared of its visitor: a claim, in whatever direction its words are written. */
export function SaidByPage({ context }: { context: PageContext }) {
  const { t } = useTexts();
  const title = useId();
  const values = Object.entries(context);
  if (values.length === 0) return null;
  const list = (
    <dl className="customer-facts">
      {values.map(([key, value]) => (
        <div key={key}>
          <dt dir="auto">{key}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
  if (values.length > UNFOLDED)
    return (
      <details className="customer-said fd-small">
        <summary id={title}>{t('inbox.saidByPageFolded', { count: values.length })}</summary>
        {/* All of it may be more than there is room for: the keyboard scrolls it, too. */}
        {/* oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex */}
        <div className="customer-said-scroll" role="group" aria-labelledby={title} tabIndex={0}>
          {list}
        </div>
      </details>
    );
  return (
    <div className="customer-said fd-small" role="group" aria-labelledby={title}>
      <p id={title} className="fd-subtle">
        {t('inbox.saidByPage')}
      </p>
      {list}
    </div>
  );
}
