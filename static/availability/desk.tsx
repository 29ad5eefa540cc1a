import { useId } from 'react';
import type { Panel } from '../../src/contract/panel';
import { AgentList } from './agent-list';
import { CustomersSee } from './customers-see';
import { MyStatus } from './my-status';
import { NoDesk } from './no-desk';
import type { PanelStore } from './panel-store';
import { ProjectSwitch } from './project-switch';
import { useStore } from '../app/store';
import { useTexts } from '../app/texts-context';

export interface DeskProps {
  panel: Panel;
  now: number;
  store: PanelStore;
}

/** One project's chat as its agents and admins see it. */
export function Desk({ panel, now, store }: DeskProps) {
  const texts = useTexts();
  const pending = useStore(store, (state) => state.pending);
  const failure = useStore(store, (state) => state.failure);
  const headingId = useId();
  const { project, me } = panel;
  const projectSwitch = (
    <ProjectSwitch
      projects={panel.projects}
      current={project}
      onSelect={(id) => void store.selectProject(id)}
    />
  );
  if (!project?.chatEnabled) {
    return <NoDesk panel={panel} projectSwitch={projectSwitch} />;
  }
  return (
    <>
      <MyStatus key={project.id} {...{ panel, project, now, pending, failure, store }} />
      <section className="agent-section">
        <div className="agent-row">
          <h2 id={headingId}>
            {texts.t('agent.onlineIn', { project: project.name, count: panel.onlineCount })}
          </h2>
          {projectSwitch}
        </div>
        <AgentList
          key={project.id}
          projectId={project.id}
          agents={panel.agents}
          onlineCount={panel.onlineCount}
          viewerId={me.accountId}
          mayPutOffline={me.mayPutOffline}
          now={now}
          onPanel={store.accept}
          onStale={() => void store.refresh()}
          emptyText={texts.t('agent.nobodyOnline', { project: project.name })}
          labelledBy={headingId}
        />
      </section>
      <footer className="agent-section">
        <CustomersSee state={project.state} />
      </footer>
    </>
  );
}
