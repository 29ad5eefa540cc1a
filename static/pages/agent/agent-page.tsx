import { view } from '@forge/bridge';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
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
import '../../closures/closures.css';
import '../../coverage/coverage.css';
import '../../schedule/schedule.css';
import '../../settings/form/settings-form.css';
import '../../ui/weekly-times/weekly-times.css';
import '../../ui/segmented-choice.css';
import '../../why/why.css';
import { AgentTabs, type AgentTab } from './agent-tabs';
import { ChatsTab } from './chats-tab';
import { Desk } from '../../availability/desk';
import { PanelSkeleton } from '../../availability/panel-skeleton';
import type { PanelStore } from '../../availability/panel-store';
import { scheduleKeeper } from '../../schedule/kept-schedule';
import { ScheduleView } from './schedule-view';
import { useScheduleView } from './use-schedule-view';
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
  /** It was opened for my schedule. */
  schedule?: boolean;
  /** It was opened by the command to go online. */
  toGoOnline?: boolean;
  /** The viewer's time zone in Jira. */
  zone?: string;
}

/** "Chat availability": my status, for how long, and who else is online (rule I4); and the project's chats. */
export function AgentPage({
  store,
  clock,
  viewerId,
  isDialog,
  conversation,
  held = false,
  schedule = false,
  toGoOnline = false,
  zone = 'UTC',
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
  const { editing, edit, leave, onGuard, back } = useScheduleView(schedule);
  const [open, openChat] = useConversationToOpen(conversation, (projectId) => {
    leave(back);
    setTab('chats');
    if (projectId !== store.getState().panel?.project?.id) void store.selectProject(projectId);
  });
  const hasScheduleDraft = useMemo(
    () => !editing && scheduleKeeper(viewerId).read() !== null,
    [editing, viewerId],
  );
  useLiveDesk({ clock, store, refreshers });

  function content(): ReactNode {
    if (current) {
      return (
        <>
          {editing && <ScheduleView panel={current} {...{ store, clock, zone, onGuard }} onBack={back} />}
          <div className="agent-view" hidden={editing}>
            <AgentTabs
              {...{ tab, onSelect: setTab, waiting }}
              availability={
                <Desk
                  {...{ panel: current, now, store }}
                  already={toGoOnline ? (firstPanel ?? undefined) : undefined}
                  onOpenChat={openChat}
                  onEditSchedule={edit}
                  hasScheduleDraft={hasScheduleDraft}
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
          </div>
        </>
      );
    }
    if (loadFailure) return <ErrorNotice code={loadFailure} onRetry={store.refresh} />;
    return <PanelSkeleton />;
  }

  return (
    <Frame
      isDialog={isDialog}
      busy={!current && !loadFailure}
      look={editing ? 'schedule' : tab}
      onClose={() => leave(close)}
    >
      {content()}
    </Frame>
  );
}

interface FrameProps {
  isDialog: boolean;
  busy: boolean;
  look: AgentTab | 'schedule';
  onClose(): void;
  children: ReactNode;
}

function Frame({ isDialog, busy, look, onClose, children }: FrameProps) {
  const { t } = useTexts();
  const newest = useRef(onClose);
  useEffect(() => {
    newest.current = onClose;
  });
  useEffect(() => {
    if (!isDialog) return undefined;
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      newest.current();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isDialog]);
  return (
    <main className={LOOKS[look]} aria-busy={busy}>
      <header className="agent-header">
        <h1>{t('agent.title')}</h1>
        {isDialog && (
          <button
            type="button"
            className="fd-icon-button"
            aria-label={t('agent.close')}
            title={t('agent.close')}
            onClick={onClose}
          >
            <CrossIcon label="" />
          </button>
        )}
      </header>
      {children}
    </main>
  );
}

const LOOKS = {
  availability: 'agent-page',
  chats: 'agent-page agent-page-chats',
  schedule: 'agent-page agent-page-schedule',
} as const;

const close = (): void => void view.close().catch(() => undefined);
