import { filledReply, replyParts, unfilledGap } from '../../../../src/domain/saved-reply';
import { useTexts } from '../../../app/texts-context';

/** A customer and a request such as there may be. */
const SAMPLE = { customer: 'Mia Miller', key: 'SUP-15' } as const;

/** What becomes of a saved reply for somebody with a name, and for somebody without. */
export function SavedReplyPreview({ text, agentName }: { text: string; agentName: string | null }) {
  const { t } = useTexts();
  const agent = agentName ?? t('agent.someone');
  const previews = [
    { title: t('saved.previewKnown', { agent }), filled: filledReply(text, { ...SAMPLE, agent }) },
    { title: t('saved.previewUnknown'), filled: filledReply(text, { ...SAMPLE, agent, customer: null }) },
  ];
  const isSame = previews[0]?.filled === previews[1]?.filled;
  return (
    <div className="saved-previews">
      {previews.slice(0, isSame ? 1 : 2).map(({ title, filled }) => (
        <div key={title} className="saved-preview">
          <p className="fd-label">{title}</p>
          <p className="saved-preview-text" dir="auto">
            {replyParts(filled).map(({ text: part, isGap }, index) =>
              isGap ? (
                <mark key={index} className="saved-gap">
                  {part}
                </mark>
              ) : (
                part
              ),
            )}
          </p>
          {unfilledGap(filled) && <p className="fd-help">{t('saved.unsendable')}</p>}
        </div>
      ))}
    </div>
  );
}
