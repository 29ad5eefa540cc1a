import { useTexts } from '../../app/texts-context';
import type { PreviewLook } from './preview-look';

export interface WidgetPreviewProps {
  look: PreviewLook;
  welcomeText: string;
}

/** The widget on a web page, drawn to be looked at: nothing in it can be used. */
export function WidgetPreview({ look, welcomeText }: WidgetPreviewProps) {
  const { t } = useTexts();
  return (
    <figure className="fd-preview" aria-label={t('settings.previewPage')}>
      <div className="fd-preview-page" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      {look.drawn ? (
        <>
          <OpenPanel look={look} welcomeText={welcomeText} />
          <div className={look.online ? 'fd-preview-icon fd-preview-icon-online' : 'fd-preview-icon'}>
            <b />
          </div>
        </>
      ) : (
        <p className="fd-preview-nothing" role="status">
          {t(
            look.because === 'chat-disabled'
              ? 'settings.previewNothingDisabled'
              : 'settings.previewNothingOffline',
          )}
        </p>
      )}
    </figure>
  );
}

type DrawnLook = Extract<PreviewLook, { drawn: true }>;

function OpenPanel({ look, welcomeText }: { look: DrawnLook; welcomeText: string }) {
  const { t } = useTexts();
  const isGreeted = look.details !== 'needed' && welcomeText.trim() !== '';
  return (
    <div className="fd-preview-panel">
      <div className="fd-preview-head">
        <strong>{t('widget.title')}</strong>
        <span className="fd-preview-state">
          <span className={look.online ? 'fd-dot fd-dot-online' : 'fd-dot'} />
          {t(look.online ? 'widget.stateOnline' : 'widget.stateOffline')}
        </span>
      </div>
      <div className="fd-preview-talk" role="status">
        {isGreeted && <p className="fd-preview-welcome">{welcomeText}</p>}
        {look.details === 'offered' && <p className="fd-preview-offer">{t('widget.askOffer')}</p>}
        {look.logIn && (
          <>
            <p>{t('settings.previewLogIn')}</p>
            <span className="fd-preview-link">{t('widget.logIn')}</span>
          </>
        )}
        {look.details === 'needed' && <NeededDetails online={look.online} />}
      </div>
      {!look.logIn && (
        <div className="fd-preview-form">
          <span className="fd-small">{t('widget.field')}</span>
          <span className="fd-preview-field fd-preview-message" />
          <span className="fd-preview-button">{t('widget.send')}</span>
        </div>
      )}
    </div>
  );
}

function NeededDetails({ online }: { online: boolean }) {
  const { t } = useTexts();
  return (
    <>
      <p>{t(online ? 'widget.askOnline' : 'widget.askOffline')}</p>
      <span className="fd-small">{t('widget.name')}</span>
      <span className="fd-preview-field" />
      <span className="fd-small">{t('widget.email')}</span>
      <span className="fd-preview-field" />
      <span className="fd-preview-link">{t('widget.logIn')}</span>
    </>
  );
}
