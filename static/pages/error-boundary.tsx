import { Component, type ReactNode } from 'react';
import { Notice } from '../ui/notice';
import { useTexts } from '../app/texts-context';

/** A defect in drawing must not leave a blank frame in somebody's Jira. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <PageFailed /> : this.props.children;
  }
}

function PageFailed() {
  const { t } = useTexts();
  return (
    <Notice tone="error" title={t('error.pageFailedTitle')}>
      {t('error.pageFailed')}
    </Notice>
  );
}
