import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { ConfirmQuestion } from '../../ui/confirm-question';
import { ErrorNotice } from '../../ui/error-notice';
import { useTexts } from '../../app/texts-context';
import { useAnswer } from '../../app/use-answer';
import { CopyField } from '../../ui/copy-field';
import { FreshSecret } from './fresh-secret';
import { identityPageSample, identitySample } from './identity-sample';

export interface IdentitySectionProps {
  projectId: string;
  /** Null until chat was enabled for the first time. */
  widgetId: string | null;
}

/** Signed identity: the web site's own back end says who its visitors are. */
export function IdentitySection({ projectId, widgetId }: IdentitySectionProps) {
  const { t } = useTexts();
  return (
    <section className="fd-card" aria-labelledby="identity-title">
      <div className="fd-card-head">
        <h2 id="identity-title">{t('settings.identityTitle')}</h2>
        <p className="fd-help">{t('settings.identityHelp')}</p>
        {widgetId === null && <p className="fd-help">{t('settings.identityNone')}</p>}
      </div>
      {widgetId !== null && (
        <>
          <Secret projectId={projectId} />
          <details className="fd-details">
            <summary>{t('settings.identitySample')}</summary>
            <div className="fd-details-body">
              <p className="fd-help">{t('settings.identitySampleHelp')}</p>
              <CopyField
                id="identity-sample"
                label={t('settings.identitySampleLabel')}
                text={identitySample(widgetId)}
                rows={14}
              />
              <CopyField
                id="identity-page"
                label={t('settings.identityPageLabel')}
                text={identityPageSample}
                rows={4}
              />
            </div>
          </details>
        </>
      )}
    </section>
  );
}

function Secret({ projectId }: { projectId: string }) {
  const { t } = useTexts();
  const { answer: made, busy, failure, ask, forget } = useAnswer('renewIdentitySecret');
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const backToOpener = (): void => void requestAnimationFrame(() => opener.current?.focus());

  async function replace(): Promise<void> {
    const renewed = await ask({ projectId });
    setAsking(false);
    // Otherwise what was made takes the focus.
    if (!renewed) backToOpener();
  }

  return (
    <>
      {made && (
        <FreshSecret
          secret={made.secret}
          onDone={() => {
            forget();
            backToOpener();
          }}
        />
      )}
      <div className="fd-actions">
        <Button ref={opener} spacing="compact" isDisabled={asking} onClick={() => setAsking(true)}>
          {t('settings.newSecret')}
        </Button>
      </div>
      {asking && (
        <ConfirmQuestion
          title={t('settings.newSecretTitle')}
          body={t('settings.newSecretBody')}
          confirm={t('settings.newSecretConfirm')}
          cancel={t('settings.cancel')}
          busy={busy}
          onConfirm={() => void replace()}
          onCancel={() => {
            setAsking(false);
            backToOpener();
          }}
        />
      )}
      {failure !== null && <ErrorNotice code={failure} title={t('settings.newSecretFailed')} />}
    </>
  );
}
