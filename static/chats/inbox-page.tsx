import { useCallback, useState, type ReactNode } from 'react';
import type { Payload } from '../../src/contract/functions';
import { ErrorNotice } from '../ui/error-notice';
import { Notice } from '../ui/notice';
import { PageLink } from '../ui/page-link';
import { nextEnd, panelAt } from '../availability/panel-at';
import { useStore } from '../app/store';
import { useTexts } from '../app/texts-context';
import { useNow } from '../app/use-now';
import { Inbox } from './inbox';
import { ListSkeleton } from './list/list-skeleton';
import { OwnStatus } from './own-status';
import { useInboxPanel } from './use-inbox-panel';

export interface InboxPageProps {
  place: Payload<'getPanel'>;
  viewerId: string;
}

/** The page among a project's queues. */
export function InboxPage({ place, viewerId }: InboxPageProps) {
  const { t } = useTexts();
  const { clock, refreshers, store } = useInboxPanel(place);
  const panel = useStore(store, (state) => state.panel);
  const failure = useStore(store, (state) => state.loadFailure);
  const [open, setOpen] = useState<{ conversationId: string }>();
  // An effect depends on it: the same one for good.
  const lookAgain = useCallback(() => void store.refresh(), [store]);
  const now = useNow(clock, panel && nextEnd(panel, clock.now()));
  const project = panel?.project;
  // What has no part for this person is not told by its name.
  const isOfProject = place.projectId !== undefined || place.projectKey !== undefined;

  function content(): ReactNode {
    if (!panel && failure) return <ErrorNotice code={failure} onRetry={store.refresh} />;
    if (!panel) return <ListSkeleton />;
    if (!project && isOfProject) {
      return (
        <Notice tone="info" title={t('inbox.notAgentHereTitle')}>
          {t('inbox.notAgentHereBody')}
        </Notice>
      );
    }
    if (!project) {
      return (
        <Notice tone="info" title={t('inbox.noProjectTitle')}>
          {t('inbox.noProjectBody')}
        </Notice>
      );
    }
    if (!panel.me.isAgent) {
      return (
        <Notice tone="info" title={t('inbox.notAgentHereTitle')}>
          {t('inbox.notAgent', { project: project.name })}
        </Notice>
      );
    }
    return (
      <Inbox
        key={project.id}
        projectId={project.id}
        projectName={project.name}
        {...{ viewerId, clock, refreshers }}
        agents={panel.agents}
        active
        open={open}
        onRefused={lookAgain}
        note={
          <OwnStatus
            panel={panelAt(panel, now)}
            {...{ project, now, store }}
            announces
            onOpenChat={({ conversationId }) => setOpen({ conversationId })}
          />
        }
      />
    );
  }

  return (
    <main className="inbox-page" aria-busy={!panel && !failure}>
      <header className="inbox-header">
        <h1>{project ? t('inbox.title', { project: project.name }) : t('module.inbox')}</h1>
        {panel?.me.isAgent && project && (
          <nav className="fd-actions" aria-label={t('team.more')}>
            <PageLink module="team" projectKey={project.key}>
              {t('team.openTeam')}
            </PageLink>
            {panel.me.mayPutOffline && (
              <PageLink module="project-settings" projectKey={project.key}>
                {t('team.openSettings')}
              </PageLink>
            )}
          </nav>
        )}
      </header>
      {content()}
    </main>
  );
}
