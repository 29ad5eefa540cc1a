import Button from '@atlaskit/button/new';
import { showFlag } from '@forge/bridge';
import { useRef, useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { ConfirmQuestion } from '../../ui/confirm-question';
import { ErrorNotice } from '../../ui/error-notice';
import { useTexts } from '../../app/texts-context';
import { useAnswer } from '../../app/use-answer';
import { CopyField } from '../../ui/copy-field';

export interface WebsiteSectionProps {
  page: ProjectSettingsPage;
  onRenewed(page: ProjectSettingsPage): void;
}

/** What a web site needs: the snippet, and for developers the address to ask. */
export function WebsiteSection({ page, onRenewed }: WebsiteSectionProps) {
  const { t } = useTexts();
  const { snippet, webTriggerUrl, widgetId } = page;
  return (
    <section className="fd-card" aria-labelledby="website-title">
      <div className="fd-card-head">
        <h2 id="website-title">{t('settings.websiteTitle')}</h2>
        <p className="fd-help">
          {t(snippet === null ? 'settings.websiteNone' : 'settings.websiteHelp')}{' '}
          {snippet !== null && !page.settings.chatEnabled && t('settings.websiteOff')}
        </p>
      </div>
      {snippet !== null && <Snippet projectId={page.project.id} snippet={snippet} onRenewed={onRenewed} />}
      {webTriggerUrl !== null && widgetId !== null && (
        <div className="fd-setting">
          <h3>{t('settings.developersTitle')}</h3>
          <p className="fd-help">{t('settings.developers')}</p>
          <CopyField
            id="command"
            label={t('settings.command')}
            text={`curl ${webTriggerUrl}/v1/availability/${widgetId}`}
          />
        </div>
      )}
    </section>
  );
}

interface SnippetProps {
  projectId: string;
  snippet: string;
  onRenewed(page: ProjectSettingsPage): void;
}

function Snippet({ projectId, snippet, onRenewed }: SnippetProps) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const { busy, failure, ask } = useAnswer('renewWidgetId');
  const opener = useRef<HTMLButtonElement>(null);

  function close(): void {
    setAsking(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  async function renew(): Promise<void> {
    const renewed = await ask({ projectId });
    close();
    if (!renewed) return;
    onRenewed(renewed);
    const [title, description] = [t('settings.newIdFlag'), t('settings.newIdFlagBody')];
    showFlag({ id: 'frontdesk-new-id', title, description, type: 'success', isAutoDismiss: true });
  }

  return (
    <>
      <CopyField id="snippet" label={t('settings.snippet')} text={snippet}>
        <Button
          ref={opener}
          spacing="compact"
          appearance="subtle"
          isDisabled={asking}
          onClick={() => setAsking(true)}
        >
          {t('settings.newId')}
        </Button>
      </CopyField>
      {asking && (
        <ConfirmQuestion
          title={t('settings.newIdTitle')}
          body={t('settings.newIdBody')}
          confirm={t('settings.newIdConfirm')}
          cancel={t('settings.cancel')}
          busy={busy}
          onConfirm={() => void renew()}
          onCancel={close}
        />
      )}
      {failure !== null && <ErrorNotice code={failure} title={t('settings.newIdFailed')} />}
    </>
  );
}
