import { useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { useTexts } from '../../app/texts-context';
import { previewLook, type PreviewMoment } from './preview-look';
import { previewWords } from './preview-words';
import type { SettingsDraft } from './settings-draft';
import { SegmentedChoice } from '../../ui/segmented-choice';
import './widget-preview.css';
import { WidgetPreview } from './widget-preview';

export interface PreviewSectionProps {
  draft: SettingsDraft;
  /** As it is now. */
  page: ProjectSettingsPage;
  now: number;
}

/** What a customer sees with the settings as they are being edited. */
export function PreviewSection({ draft, page, now }: PreviewSectionProps) {
  const texts = useTexts();
  const { t } = texts;
  const [chosen, setChosen] = useState<PreviewMoment>('somebody');
  const [visitor, setVisitor] = useState<'anonymous' | 'identified'>('anonymous');
  const hasHours = draft.hours.mode !== 'always';
  const moment = chosen === 'outside' && !hasHours ? 'somebody' : chosen;
  const look = previewLook(draft, { moment, identified: visitor === 'identified' });
  const words = look.drawn ? previewWords(texts, look.state, page, now) : null;
  return (
    <section className="fd-card" aria-labelledby="preview-title">
      <div className="fd-card-head">
        <h2 id="preview-title">{t('settings.previewTitle')}</h2>
        <p className="fd-help">{t('settings.previewHelp')}</p>
      </div>
      <div className="fd-preview-scene">
        <SegmentedChoice
          legend={t('settings.previewWho')}
          value={moment}
          onChange={(value) => setChosen(value)}
          choices={[
            { value: 'somebody', label: t('settings.previewSomebody') },
            { value: 'nobody', label: t('settings.previewNobody') },
            { value: 'closed', label: t('settings.previewClosed') },
            ...(hasHours ? [{ value: 'outside' as const, label: t('settings.previewOutside') }] : []),
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
      <WidgetPreview look={look} words={words} welcomeText={draft.welcomeText} />
      {words?.isExample && <p className="fd-help">{t('settings.previewExample')}</p>}
    </section>
  );
}
