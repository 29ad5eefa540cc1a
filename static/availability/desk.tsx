import { useId, useMemo, useState } from 'react';
import type { Panel, OwnWaitingChat } from '../../src/contract/panel';
import { AgentList } from './agent-list';
import { AlreadyOnline } from './already-online';
import { DeskClosures, type Closing } from './desk-closures';
import { DeskLinks } from './desk-links';
import { MyStatus } from './my-status';
import { NoDesk } from './no-desk';
import type { PanelStore } from './panel-store';
import { ProjectSwitch } from './project-switch';
import { isStaleAt } from './is-stale-at';
import { StaleStatus } from './stale-status';
import { useStore } from '../app/store';
import { useTexts } from '../app/texts-context';
import { closureKeeper, unsavedIn } from '../closures/kept-closure';

export interface DeskProps {
  panel: Panel;
  now: number;
  store: PanelStore;
  /** The panel as it was when somebody asked to go online who was online already. */
  already?: Panel | undefined;
  onOpenChat(chat: OwnWaitingChat): void;
  onEditSchedule?: () => void;
  /** What was typed in it isn't saved. */
  hasScheduleDraft?: boolean;
}

/** One project's chat as its agents and admins see it. */
export function Desk(props: DeskProps) {
  const { panel, now, store, already, onOpenChat, onEditSchedule, hasScheduleDraft = false } = props;
  const texts = useTexts();
  const pending = useStore(store, (state) => state.pending);
  const staleSince = useStore(store, (state) => state.staleSince);
  const headingId = useId();
  const closuresId = useId();
  const [closing, setClosing] = useState<{ projectId: string; as: Closing } | null>(null);
  const { project, me } = panel;
  const keeper = useMemo(() => closureKeeper(me.accountId, project?.id ?? ''), [me.accountId, project?.id]);
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
  const mayHaveSchedule = me.hasSchedule === true || panel.projects.some(({ isAgent }) => isAgent);
  const mySchedule =
    onEditSchedule && mayHaveSchedule
      ? { exists: me.hasSchedule === true, hasDraft: hasScheduleDraft, onEdit: onEditSchedule }
      : undefined;
  const showClosures = (as: Closing): void => setClosing({ projectId: project.id, as });
  const isClosing = closing?.projectId === project.id;
  const isStale = isStaleAt(staleSince, now);
  const isCalm = already?.projects.some(({ online }) => online) ?? false;
  return (
    <>
      {already && isCalm && <AlreadyOnline then={already} panel={panel} now={now} />}
      <MyStatus
        key={project.id}
        {...{ panel, project, now, pending, isStale, isCalm, store, onOpenChat }}
        onChangeClosure={project.mayClose && !isClosing ? () => showClosures('list') : undefined}
      />
      {staleSince !== null && isStale && <StaleStatus since={staleSince} now={now} />}
      <section className="agent-section">
        <div className="agent-list-head">
          <h2 id={headingId}>
            {texts.t('agent.onlineIn', { project: project.name })}{' '}
            <span className={panel.onlineCount > 0 ? 'agent-count agent-count-some' : 'agent-count'}>
              {panel.onlineCount}
            </span>
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
      {isClosing && (
        <DeskClosures
          key={`${project.id} closures`}
          id={closuresId}
          {...{ panel, project, now }}
          closing={closing.as}
          keeper={keeper}
          onChanged={() => void store.refresh()}
          onHide={() => setClosing(null)}
        />
      )}
      {(me.isAgent || me.mayPutOffline) && (
        <DeskLinks
          project={project}
          mayAdminister={me.mayPutOffline}
          schedule={mySchedule}
          own={mySchedule && { accountId: me.accountId, open: mySchedule.onEdit }}
          onShowClosures={
            project.mayClose && (() => (isClosing ? focusOn(closuresId) : showClosures('list')))
          }
          closing={
            project.mayClose && {
              isOpen: isClosing,
              hasDraft: !isClosing && unsavedIn(keeper, project.closures ?? [], now) !== null,
              controls: closuresId,
              onToggle: () => (isClosing ? setClosing(null) : showClosures('form')),
            }
          }
          now={now}
          refreshKey={`${project.state} ${panel.agents.map(({ session, until }) => `${session} ${until ?? ''}`).join(' ')}`}
        />
      )}
    </>
  );
}

const focusOn = (id: string): void => document.getElementById(id)?.focus();
