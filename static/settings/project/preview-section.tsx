import { useState } from 'react';
import { useTexts } from '../../app/texts-context';
import { previewLook } from './preview-look';
import type { SettingsDraft } from './settings-draft';
import { SegmentedChoice } from '../../ui/segmented-choice';
import './widget-preview.css';
import { WidgetPreview } from './widget-preview';

/** What a customer sees with the settings as they are being edited. */
export function PreviewSection({ draft }: { draft: SettingsDraft }) {
  const { t } = useTexts();
  const [online, setOnline] = useState<'somebody' | 'nobody'>('somebody');
  const [visitor, setVisitor] = useState<'anonymous' | 'identified'>('anonymous');
  const look = previewLook(draft, {
    somebodyOnline: online === 'somebody',
    identified: visitor === 'identified',
  });
  return (
    <section className="fd-card" aria-labelledby="preview-title">
      <div className="fd-card-head">
        <h2 id="preview-title">{t('settings.previewTitle')}</h2>
        <p className="fd-help">{t('settings.previewHelp')}</p>
      </div>
      <div className="fd-preview-scene">
        <SegmentedChoice
          legend={t('settings.previewWho')}
          value={online}
          onChange={(value) => setOnline(value)}
          choices={[
            { value: 'somebody', label: t('settings.previewSomebody') },
            { value: 'nobody', label: t('settings.previewNobody') },
          ]}
        />
        <SegmentedChoice
          legend={t('settings.previewVisitor')}
          value={visitor}
          onChange={(value) => setVisitor(value)}
          choices={[
            { value: 'anonymous', label: t('settings.previewAnonymous') },
            { value: 'identified', label: t('settings.previewIdentified') },
          ]}
        />
      </div>
      <WidgetPreview look={look} welcomeText={draft.welcomeText} />
    </section>
  );
}
