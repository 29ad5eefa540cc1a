import { view } from '@forge/bridge';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { ErrorNotice } from '../shared/error-notice';
import { startLive } from '../shared/live';
import { nextEnd, panelAt } from '../shared/panel-at';
import type { ServerClock } from '../shared/server-clock';
import { useTexts } from '../shared/texts-context';
import { useNow } from '../shared/use-now';
import './agent.css';
import { Desk } from './desk';
import { PanelSkeleton } from './panel-skeleton';
import type { PanelStore } from './panel-store';

export interface AgentPageProps {
  store: PanelStore;
  clock: ServerClock;
  isDialog: boolean;
}

/** "Chat availability": my status, for how long, and who else is online (rule I4). */
export function AgentPage({ store, clock, isDialog }: AgentPageProps) {
  const { panel, loadFailure, pending, failure } = useSyncExternalStore(store.subscribe, store.getState);
  const now = useNow(clock, panel && nextEnd(panel, clock.now()));
  const current = panel && panelAt(panel, now);
  useEffect(() => {
    const live = startLive({ clock, refresh: store.refresh });
    return live.stop;
  }, [clock, store]);
  const somethingEnded = current !== panel;
  useEffect(() => {
    if (somethingEnded) void store.refresh();
  }, [somethingEnded, store]);

  function content(): ReactNode {
    if (current) return <Desk {...{ panel: current, now, pending, failure, store }} />;
    if (loadFailure) return <ErrorNotice code={loadFailure} onRetry={() => void store.refresh()} />;
    return <PanelSkeleton />;
  }

  return (
    <Frame isDialog={isDialog} busy={!current && !loadFailure}>
      {content()}
    </Frame>
  );
}

function Frame({ isDialog, busy, children }: { isDialog: boolean; busy: boolean; children: ReactNode }) {
  const { t } = useTexts();
  useEffect(() => {
    if (!isDialog) return undefined;
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isDialog]);
  return (
    <main className="agent-page" aria-busy={busy}>
      <header className="agent-header">
        <h1>{t('agent.title')}</h1>
        {isDialog && (
          <button
            type="button"
            className="agent-icon-button"
            aria-label={t('agent.close')}
            title={t('agent.close')}
            onClick={close}
          >
            <CrossIcon label="" />
          </button>
        )}
      </header>
      {children}
    </main>
  );
}

const close = (): void => void view.close().catch(() => undefined);
