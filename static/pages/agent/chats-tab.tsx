import { useEffect, useState, type ComponentType } from 'react';
import type { OwnWaitingChat, Panel } from '../../../src/contract/panel';
import type { InboxProps } from '../../chats/inbox';
import { ListSkeleton } from '../../chats/list/list-skeleton';
import { OwnStatus } from '../../chats/own-status';
import type { Refreshers } from '../../chats/refreshers';
import { ErrorNotice } from '../../ui/error-notice';
import type { ServerClock } from '../../app/server-clock';
import { useTexts } from '../../app/texts-context';
import { NoDesk } from '../../availability/no-desk';
import type { PanelStore } from '../../availability/panel-store';
import { ProjectSwitch } from '../../availability/project-switch';

export interface ChatsTabProps {
  panel: Panel;
  now: number;
  store: PanelStore;
  clock: ServerClock;
  viewerId: string;
  refreshers: Refreshers;
  /** Counted by the page. */
  counts: InboxProps['counts'];
  active: boolean;
  open: InboxProps['open'];
  firstFilter?: InboxProps['firstFilter'];
  onOpenChat(chat: OwnWaitingChat): void;
}

/** The project's chats beside my availability. */
export function ChatsTab({
  panel,
  now,
  store,
  clock,
  viewerId,
  refreshers,
  counts,
  active,
  open,
  firstFilter,
  onOpenChat,
}: ChatsTabProps) {
  const { t } = useTexts();
  const { Inbox, failed, retry } = useInboxCode();
  const { project, projects } = panel;
  const projectSwitch = (
    <ProjectSwitch projects={projects} current={project} onSelect={(id) => void store.selectProject(id)} />
  );
  if (!project?.chatEnabled) return <NoDesk panel={panel} projectSwitch={projectSwitch} />;
  return (
    <>
      <div className="agent-row">
        <h2>{t('inbox.title', { project: project.name })}</h2>
        {projectSwitch}
      </div>
      {!panel.me.isAgent ? (
        <p className="fd-subtle">{t('inbox.notAgent', { project: project.name })}</p>
      ) : Inbox ? (
        <Inbox
          agents={panel.agents}
          {...{
            projectId: project.id,
            projectName: project.name,
            viewerId,
            clock,
            refreshers,
            counts,
            active,
            open,
            firstFilter,
          }}
          note={<OwnStatus {...{ panel, project, now, store, onOpenChat }} />}
        />
      ) : failed ? (
        <ErrorNotice code="unavailable" onRetry={retry} />
      ) : (
        <ListSkeleton />
      )}
    </>
  );
}

interface InboxCode {
  Inbox: ComponentType<InboxProps> | null;
  failed: boolean;
  retry(): void;
}

/** Loaded when first looked at: most who open the dialog want to go online or offline and nothing else. */
function useInboxCode(): InboxCode {
  const [code, setCode] = useState<{ Inbox: ComponentType<InboxProps> } | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setFailed(false);
    import('../../chats/inbox').then(
      ({ Inbox }) => setCode({ Inbox }),
      () => setFailed(true),
    );
  }, [attempt]);
  return { Inbox: code?.Inbox ?? null, failed, retry: () => setAttempt(attempt + 1) };
}
