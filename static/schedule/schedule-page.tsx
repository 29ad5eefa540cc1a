import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ServerClock } from '../app/server-clock';
import type { TextKey } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { useLoaded } from '../app/use-loaded';
import { useNow } from '../app/use-now';
import { ConfirmQuestion } from '../ui/confirm-question';
import { ErrorNotice } from '../ui/error-notice';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { onePress } from '../ui/one-press';
import { scheduleKeeper } from './kept-schedule';
import { ScheduleEditor, type OnlineNow } from './schedule-editor';

/** Asked before what is around is closed: does `leave`, now or when nothing is lost by it. */
export type LeaveGuard = (leave: () => void) => void;

export interface SchedulePageProps {
  clock: ServerClock;
  accountId: string;
  /** The agent's, in Jira. */
  zone: string;
  online: OnlineNow;
  /** What is around has to ask it before it closes; null: nothing to ask any more. */
  onGuard(guard: LeaveGuard | null): void;
  onSaved(): void;
  /** Where "back" leads. */
  backText?: TextKey;
  onBack(): void;
}

/** "My schedule" (rules H1, H2). */
export function SchedulePage(props: SchedulePageProps) {
  const { clock, accountId, zone, online, onGuard, onSaved, backText = 'schedule.back', onBack } = props;
  const { t } = useTexts();
  const schedule = useLoaded('getMySchedule', {});
  const [keeper] = useState(() => scheduleKeeper(accountId));
  const [isUnsaved, setUnsaved] = useState(false);
  const [leaving, setLeaving] = useState<{ leave(): void } | null>(null);
  const now = useNow(clock);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const ask = useCallback<LeaveGuard>(
    (leave) => {
      if (isUnsaved) setLeaving({ leave });
      else leave();
    },
    [isUnsaved],
  );
  useEffect(() => {
    onGuard(ask);
    return () => onGuard(null);
  }, [onGuard, ask]);
  const { value, failure, load } = schedule;
  return (
    <div className="schedule-page" {...onePress}>
      <div className="schedule-head">
        <button
          type="button"
          className="fd-icon-button"
          aria-label={t(backText)}
          title={t(backText)}
          onClick={() => ask(onBack)}
        >
          <ArrowLeftIcon label="" />
        </button>
        <h2 ref={heading} tabIndex={-1}>
          {t('schedule.title')}
        </h2>
      </div>
      {leaving && (
        <ConfirmQuestion
          title={t('schedule.leaveTitle')}
          body={t('schedule.leaveBody')}
          confirm={t('settings.discard')}
          cancel={t('schedule.keepEditing')}
          onConfirm={() => {
            keeper.write(null);
            leaving.leave();
          }}
          onCancel={() => setLeaving(null)}
        />
      )}
      {value ? (
        <ScheduleEditor first={value} {...{ zone, now, online, keeper, onSaved }} onUnsaved={setUnsaved} />
      ) : failure === null ? (
        <Loading text={t('schedule.loading')} />
      ) : failure === 'not-allowed' ? (
        <Notice tone="info" title={t('schedule.notAgentTitle')}>
          {t('schedule.notAgentBody')}
        </Notice>
      ) : (
        <ErrorNotice code={failure} onRetry={load} />
      )}
    </div>
  );
}
