import { useCallback, useEffect, useState, type ComponentType } from 'react';
import type { Panel } from '../../../src/contract/panel';
import type { ServerClock } from '../../app/server-clock';
import { useTexts } from '../../app/texts-context';
import type { PanelStore } from '../../availability/panel-store';
import { wishOnline } from '../../availability/wish';
import type { LeaveGuard, SchedulePageProps } from '../../schedule/schedule-page';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';

export interface ScheduleViewProps {
  panel: Panel;
  store: PanelStore;
  clock: ServerClock;
  /** The agent's, in Jira. */
  zone: string;
  onGuard(guard: LeaveGuard | null): void;
  backText?: SchedulePageProps['backText'];
  onBack(): void;
}

/** My schedule, in place of all else: loaded when it is first looked at. */
export function ScheduleView({ panel, store, clock, zone, onGuard, backText, onBack }: ScheduleViewProps) {
  const { t } = useTexts();
  const [code, setCode] = useState<{ SchedulePage: ComponentType<SchedulePageProps> } | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setFailed(false);
    import('../../schedule/schedule-page').then(
      ({ SchedulePage }) => setCode({ SchedulePage }),
      () => setFailed(true),
    );
  }, [attempt]);
  const refresh = useCallback(() => void store.refresh(), [store]);
  if (failed) return <ErrorNotice code="unavailable" onRetry={() => setAttempt(attempt + 1)} />;
  if (!code) return <Loading text={t('schedule.loading')} />;
  const mine = panel.projects.filter(({ isAgent }) => isAgent);
  const here = panel.project?.id ?? mine[0]?.id;
  return (
    <code.SchedulePage
      {...{ clock, zone, onGuard, onBack, ...(backText && { backText }) }}
      accountId={panel.me.accountId}
      onSaved={refresh}
      online={{
        offlineIn: mine.filter(({ online }) => !online).map(({ id }) => id),
        longestMinutes: panel.longestMinutes,
        goOnline: async (until) => {
          if (here === undefined) return 'not-allowed';
          const granted = await store.wish(wishOnline('all', here, until));
          return granted ? null : (store.getState().failure?.code ?? 'unavailable');
        },
      }}
    />
  );
}
