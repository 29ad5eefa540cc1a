import type { ReactNode } from 'react';
import type { Payload } from '../../src/contract/functions';
import { ErrorNotice } from '../ui/error-notice';
import { Notice } from '../ui/notice';
import { nextEnd, panelAt } from '../availability/panel-at';
import { useTexts } from '../app/texts-context';
import { useNow } from '../app/use-now';
import { CustomersNote } from './customers-note';
import { Inbox } from './inbox';
import { ListSkeleton } from './list/list-skeleton';
import { useInboxPanel } from './use-inbox-panel';

export interface InboxPageProps {
  place: Payload<'getPanel'>;
  viewerId: string;
}

/** The page among a project's queues. */
export function InboxPage({ place, viewerId }: InboxPageProps) {
  const { t } = useTexts();
  const { clock, refreshers, panel, failure, retry, lookAgain } = useInboxPanel(place);
  const now = useNow(clock, panel && nextEnd(panel, clock.now()));
  const project = panel?.project;
  // What has no part for this person is not told by its name.
  const isOfProject = place.projectId !== undefined || place.projectKey !== undefined;

  function content(): ReactNode {
    if (failure) return <ErrorNotice code={failure} onRetry={retry} />;
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
        onRefused={lookAgain}
        note={<CustomersNote panel={panelAt(panel, now)} />}
      />
    );
  }

  return (
    <main className="inbox-page" aria-busy={!panel && !failure}>
      <h1>{project ? t('inbox.title', { project: project.name }) : t('module.inbox')}</h1>
      {content()}
    </main>
  );
}
