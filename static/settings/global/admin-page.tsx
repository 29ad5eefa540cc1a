import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../../src/domain/errors';
import type { SavedGlobalSettings } from '../../../src/domain/settings';
import { callResolver } from '../../app/call-resolver';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { useTexts } from '../../app/texts-context';
import { AdminForm } from './admin-form';

type Loaded = 'loading' | { failed: ErrorCode } | { settings: SavedGlobalSettings };

export function AdminPage() {
  const { t } = useTexts();
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    void callResolver('getGlobalSettings', {}).then((answer) => {
      if (!left) setLoaded(answer.ok ? { settings: answer.value } : { failed: answer.error.code });
    });
    return () => {
      left = true;
    };
  }, [attempt]);
  return (
    <main className="fd-page fd-admin">
      <header className="fd-card-head">
        <h1 id="admin-title">{t('admin.title')}</h1>
        <p className="fd-subtle">{t('admin.intro')}</p>
      </header>
      <Content
        loaded={loaded}
        onRetry={() => {
          setLoaded('loading');
          setAttempt((count) => count + 1);
        }}
      />
    </main>
  );
}

function Content({ loaded, onRetry }: { loaded: Loaded; onRetry(): void }) {
  const { t } = useTexts();
  if (loaded === 'loading') return <Loading text={t('admin.loading')} />;
  if ('settings' in loaded) return <AdminForm first={loaded.settings} />;
  if (loaded.failed !== 'not-allowed') return <ErrorNotice code={loaded.failed} onRetry={onRetry} />;
  return (
    <Notice tone="info" title={t('admin.notAllowedTitle')}>
      {t('admin.notAllowedBody')}
    </Notice>
  );
}
