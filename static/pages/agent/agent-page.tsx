import { view } from '@forge/bridge';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useState, type ReactNode } from 'react';
import { createRefreshers } from '../../chats/refreshers';
import { useLiveDesk } from '../../chats/use-live-desk';
import { ErrorNotice } from '../../ui/error-notice';
import { nextEnd, panelAt } from '../../availability/panel-at';
import type { ServerClock } from '../../app/server-clock';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { useNow } from '../../app/use-now';
import './agent.css';
// Styles of scripts that are loaded later are not: they come with the page's own.
import '../../chats/inbox.css';
import '../../ui/segmented-choice.css';
import '../../why/why.css';
import { AgentTabs, type AgentTab } from './agent-tabs';
import { ChatsTab } from './chats-tab';
import { Desk } from '../../availability/desk';
import { PanelSkeleton } from '../../availability/panel-skeleton';
import type { PanelStore } from '../../availability/panel-store';
import { NOT_COUNTED, useChatCounts } from './use-chat-counts';
import { useConversationToOpen, type ConversationToOpen } from './use-conversation-to-open';

export interface AgentPageProps {
  store: PanelStore;
  clock: ServerClock;
  viewerId: string;
  isDialog: boolean;
  /** The chat that the dialog was opened for. */
  conversation: ConversationToOpen | undefined;
  /** It was opened for the chats held back. */
  held?: boolean;
  /** It was opened by the command to go online. */
  toGoOnline?: boolean;
}

/** "Chat availability": my status, for how long, and who else is online (rule I4); and the project's chats. */
export function AgentPage({
  store,
  clock,
  viewerId,
  isDialog,
  conversation,
  held = false,
  toGoOnline = false,
}: AgentPageProps) {
  const panel = useStore(store, (state) => state.panel);
  const loadFailure = useStore(store, (state) => state.loadFailure);
  const now = useNow(clock, panel && nextEnd(panel, clock.now()));
  const current = panel && panelAt(panel, now);
  const [firstPanel, setFirstPanel] = useState(current);
  if (firstPanel === null && current !== null) setFirstPanel(current);
  const [refreshers] = useState(createRefreshers);
  const counts = useChatCounts(current?.me.isAgent ? current.project?.id : undefined, refreshers);
  const waiting = useStore(counts ?? NOT_COUNTED, (state) => state.counts?.unanswered);
  const [tab, setTab] = useState<AgentTab>(conversation === undefined && !held ? 'availability' : 'chats');
  const [open, openChat] = useConversationToOpen(conversation, (projectId) => {
    setTab('chats');
    if (projectId !== store.getState().panel?.project?.id) void store.selectProject(projectId);
  });
  useLiveDesk({ clock, store, refreshers });
  const somethingEnded = current !== panel;
  useEffect(() => {
    if (somethingEnded) void store.refresh();
  }, [somethingEnded, store]);

  function content(): ReactNode {
    if (current) {
      return (
        <AgentTabs
          {...{ tab, onSelect: setTab, waiting }}
          availability={
            <Desk
              {...{ panel: current, now, store }}
              already={toGoOnline ? (firstPanel ?? undefined) : undefined}
              onOpenChat={openChat}
            />
          }
          chats={
            <ChatsTab
              key={current.project?.id}
              {...{ panel: current, now, store, clock, viewerId, refreshers, counts }}
              active={tab === 'chats'}
              onOpenChat={openChat}
              open={open?.projectId === current.project?.id ? open : undefined}
              firstFilter={held ? 'held' : undefined}
            />
          }
        />
      );
    }
    if (loadFailure) return <ErrorNotice code={loadFailure} onRetry={store.refresh} />;
    return <PanelSkeleton />;
  }

  return (
    <Frame isDialog={isDialog} busy={!current && !loadFailure} wide={tab === 'chats'}>
      {content()}
    </Frame>
  );
}

interface FrameProps {
  isDialog: boolean;
  busy: boolean;
  wide: boolean;
  children: ReactNode;
}

function Frame({ isDialog, busy, wide, children }: FrameProps) {
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
    <main className={wide ? 'agent-page agent-page-chats' : 'agent-page'} aria-busy={busy}>
      <header className="agent-header">
        <h1>{t('agent.title')}</h1>
        {isDialog && (
          <button
            type="button"
            className="fd-icon-button"
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
