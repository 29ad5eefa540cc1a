import { useTexts } from '../../app/texts-context';

/** As high as a few rows, so that little moves when they arrive. */
export function ListSkeleton() {
  const { t } = useTexts();
  return (
    <div className="inbox-list" aria-busy="true">
      <p className="fd-hidden">{t('inbox.loading')}</p>
      {[1, 2, 3].map((row) => (
        <div key={row} className="fd-skeleton inbox-row-skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}
