import { useTexts } from '../../app/texts-context';
import { useLoaded } from '../../app/use-loaded';
import { FirstSteps } from '../first-day/first-steps';
import { useFirstSteps } from '../first-day/use-first-steps';
import { NotLoaded } from '../form/not-loaded';
import { AdminForm } from './admin-form';

export function AdminPage() {
  const { t } = useTexts();
  const settings = useLoaded('getGlobalSettings', {});
  const steps = useFirstSteps(undefined);
  return (
    <main className="fd-page fd-admin">
      <header className="fd-card-head">
        <h1 id="admin-title">{t('admin.title')}</h1>
        <p className="fd-subtle">{t('admin.intro')}</p>
      </header>
      {settings.failure !== 'not-allowed' && <FirstSteps first={steps} />}
      {settings.value && steps.isSettled ? (
        <AdminForm first={settings.value} />
      ) : (
        <NotLoaded
          settings={settings}
          loading={t('admin.loading')}
          notAllowed={{ title: t('admin.notAllowedTitle'), body: t('admin.notAllowedBody') }}
        />
      )}
    </main>
  );
}
