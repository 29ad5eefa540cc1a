import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { Hours } from '../../src/domain/clock/schedule';
import type { Span } from '../../src/domain/span';
import { zoneName } from '../app/zone-name';
import { spanWords, type Wording } from './coverage-words';
import { narrowedHours } from './narrowed-hours';

export interface GapRepairsProps {
  gap: Span;
  wording: Wording;
  project: { name: string };
  hours: Hours | undefined;
  onNarrow: ((hours: Hours) => void) | undefined;
  onClose: ((times: { from: string; until: string }) => void) | undefined;
}

/** How long "Copied" is shown. */
const SHOWN_MS = 4_000;

/** Three ways out of a gap: ask a colleague, don't show the chat then, or say that it's closed. Nothing changes by itself. */
export function GapRepairs({ gap, wording, project, hours, onNarrow, onClose }: GapRepairsProps) {
  const { texts, zone } = wording;
  const { t } = texts;
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null);
  const times = spanWords(wording, gap);
  const question = t('coverage.question', { project: project.name, times, zone: zoneName(zone) });
  const narrowed = onNarrow && hours ? narrowedHours(hours, gap, zone) : null;

  useEffect(() => {
    if (outcome === 'by-hand') field.current?.select();
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(question);
      setOutcome('copied');
    } catch {
      setOutcome('by-hand');
    }
  }

  const named = (label: string): { 'aria-label': string } => ({
    'aria-label': t('coverage.repairOf', { repair: label, times }),
  });
  return (
    <>
      <div className="fd-actions">
        <Button spacing="compact" onClick={() => void copy()} {...named(t('coverage.ask'))}>
          {t('coverage.ask')}
        </Button>
        {onNarrow && narrowed && (
          <Button spacing="compact" onClick={() => onNarrow(narrowed)} {...named(t('coverage.narrow'))}>
            {t('coverage.narrow')}
          </Button>
        )}
        {onClose && (
          <Button
            spacing="compact"
            onClick={() =>
              onClose({ from: new Date(gap.from).toISOString(), until: new Date(gap.to).toISOString() })
            }
            {...named(t('coverage.close'))}
          >
            {t('coverage.close')}
          </Button>
        )}
        <span role="status" className="fd-small">
          {outcome === 'copied' && t('coverage.copied')}
        </span>
      </div>
      {outcome === 'by-hand' && (
        <label className="fd-setting">
          <span className="fd-label">{t('coverage.copyByHand')}</span>
          <textarea ref={field} className="fd-field" readOnly rows={2} value={question} />
        </label>
      )}
    </>
  );
}
