import { useTexts } from '../../app/texts-context';
import type { TextKey } from '../../app/texts';
import type { PreviewLook } from './preview-look';
import type { PreviewWords } from './preview-words';

export interface WidgetPreviewProps {
  look: PreviewLook;
  /** Null where nothing is drawn. */
  words: PreviewWords | null;
  welcomeText: string;
}

const NOTHING: Record<Extract<PreviewLook, { drawn: false }>['because'], TextKey> = {
  'chat-disabled': 'settings.previewNothingDisabled',
  'nobody-online': 'settings.previewNothingOffline',
  'outside-hours': 'settings.previewNothingOutside',
};

/** The widget on a web page, drawn to be looked at: nothing in it can be used. */
export function WidgetPreview({ look, words, welcomeText }: WidgetPreviewProps) {
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
          <OpenPanel look={look} words={words} welcomeText={welcomeText} />
          <div
            className={look.state === 'online' ? 'fd-preview-icon fd-preview-icon-online' : 'fd-preview-icon'}
          >
            <b />
          </div>
        </>
      ) : (
        <p className="fd-preview-nothing" role="status">
          {t(NOTHING[look.because])}
        </p>
      )}
    </figure>
  );
}

type DrawnLook = Extract<PreviewLook, { drawn: true }>;

const MARKS: Record<DrawnLook['state'], string> = {
  online: 'fd-dot fd-dot-online',
  offline: 'fd-dot',
  closed: 'fd-dot fd-dot-closed',
};

function OpenPanel({ look, words, welcomeText }: WidgetPreviewProps & { look: DrawnLook }) {
  const { t } = useTexts();
  const isGreeted = look.details !== 'needed' && welcomeText.trim() !== '';
  return (
    <div className="fd-preview-panel">
      <div className="fd-preview-head">
        <strong>{t('widget.title')}</strong>
        <span className="fd-preview-state">
          <span className={MARKS[look.state]} />
          {words?.state}
        </span>
        {words?.message && <span dir="auto">{words.message}</span>}
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
        {look.details === 'needed' && <NeededDetails online={look.state === 'online'} />}
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
