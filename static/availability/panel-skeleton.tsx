import { useTexts } from '../app/texts-context';

/** As high as the real thing, so that nothing jumps when it arrives. */
export function PanelSkeleton() {
  const { t } = useTexts();
  return (
    <>
      <p className="fd-hidden">{t('agent.loading')}</p>
      <div className="agent-skeleton" aria-hidden="true">
        <div className="fd-skeleton agent-skeleton-status" />
        <div className="fd-skeleton agent-skeleton-line" />
        <div className="fd-skeleton agent-skeleton-list" />
      </div>
    </>
  );
}
