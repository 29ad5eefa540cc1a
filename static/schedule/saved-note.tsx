import Button from '@atlaskit/button/new';
import type { MySchedule } from '../../src/contract/clock';
import { useTexts } from '../app/texts-context';
import { Notice } from '../ui/notice';
import { momentWords } from './moment-words';

export interface SavedNoteProps {
  saved: MySchedule;
  now: number;
  /** Until when I can go online at once (epoch ms); null: no slot holds now, or I am online. */
  onlineUntil: number | null;
  busy: boolean;
  onGoOnline(): void;
}

/** What happens next, and what the schedule does not do by itself: it starts nobody in a slot that runs. */
export function SavedNote({ saved, now, onlineUntil, busy, onGoOnline }: SavedNoteProps) {
  const texts = useTexts();
  const { t } = texts;
  const [next] = saved.transitions;
  const { zone, slots = [] } = saved.schedule ?? {};
  const style = { locale: texts.locale, ...(zone !== undefined && { timeZone: zone }) };
  function sentence(): string {
    if (slots.length === 0) return t('schedule.savedEmpty');
    if (!next) return t('schedule.savedNothing');
    return t(NEXT_TEXTS[next.to], { time: momentWords(Date.parse(next.at), now, style) });
  }
  return (
    <Notice
      tone="success"
      urgent
      actions={
        onlineUntil !== null && (
          <Button onClick={onGoOnline} isLoading={busy}>
            {t('schedule.goOnlineUntil', { time: momentWords(onlineUntil, now, style) })}
          </Button>
        )
      }
    >
      <p>{sentence()}</p>
      {onlineUntil !== null && <p>{t('schedule.slotIsNow')}</p>}
    </Notice>
  );
}

const NEXT_TEXTS = {
  online: 'schedule.savedOnline',
  expected: 'schedule.savedAsked',
  offline: 'schedule.savedOffline',
} as const;
