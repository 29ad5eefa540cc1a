import type { Panel } from '../../../src/contract/panel';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { AgentList } from '../../availability/agent-list';
import { useTexts } from '../../app/texts-context';

export interface AgentsSectionProps {
  page: ProjectSettingsPage;
  viewerId: string | undefined;
  now: number;
  onPanel(panel: Panel): void;
  onStale(): void;
}

export function AgentsSection({ page, viewerId, now, onPanel, onStale }: AgentsSectionProps) {
  const { t, locale } = useTexts();
  const count = new Intl.NumberFormat(locale).format(page.onlineCount);
  const project = page.project.name;
  return (
    <section className="fd-card" aria-labelledby="agents-title">
      <h2 id="agents-title">{t('settings.agentsTitle', { count })}</h2>
      <AgentList
        projectId={page.project.id}
        agents={page.agents}
        onlineCount={page.onlineCount}
        viewerId={viewerId}
        mayPutOffline
        now={now}
        onPanel={onPanel}
        onStale={onStale}
        emptyText={
          page.settings.chatEnabled ? t('settings.agentsEmpty', { project }) : t('settings.agentsChatOff')
        }
        labelledBy="agents-title"
      />
    </section>
  );
}
