import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { Panel } from '../../src/contract/panel';
import { whyOnline } from './agent-row';
import { useAnnounce } from '../app/announcer';
import { ErrorNotice } from '../ui/error-notice';
import { useTexts } from '../app/texts-context';
import { oneHourMore } from './end-choice';
import { LastOnlineQuestion } from './last-online-question';
import { OfflineMenu } from './offline-menu';
import { onePress } from '../ui/one-press';
import type { PanelState, PanelStore } from './panel-store';
import { PutOfflineNotice } from './put-offline-notice';
import { StayOnline } from './stay-online';
import { useStayForm } from './use-stay-form';
import { useTakesLong } from '../ui/use-takes-long';
import { lastOnlineIn, wishOffline, wishOnline, type Scope } from './wish';

export interface MyStatusProps {
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  pending: boolean;
  failure: PanelState['failure'];
  store: PanelStore;
}

/** My own status with the buttons to change it (rules S3, S4, S11). */
export function MyStatus({ panel, project, now, pending, failure, store }: MyStatusProps) {
  const texts = useTexts();
  const announce = useAnnounce();
  const form = useStayForm(panel);
  const takesLong = useTakesLong(pending);
  const mainButton = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState<{ scope: Scope; projects: string[] } | null>(null);
  const { me } = panel;
  const projectId = project.id;
  const mine = panel.projects.filter(({ isAgent }) => isAgent);
  const status = texts.t(me.online ? 'agent.youAreOnline' : 'agent.youAreOffline', { project: project.name });

  const announced = useRef(status);
  useEffect(() => {
    if (announced.current !== status) announce(status);
    announced.current = status;
  }, [status, announce]);

  function goOnline(scope: Scope, end: number | null, minutes: number | null): void {
    void store.wish(wishOnline(scope, projectId, end, minutes));
  }

  function goOnlineAsChosen(): void {
    const end = form.end(now);
    if (end.ok) goOnline(form.scope, end.end, form.minutesToRemember);
    else form.showProblem(end.problem);
  }

  function goOffline(scope: Scope): void {
    setAsking(null);
    void store.wish(wishOffline(scope, projectId));
    mainButton.current?.focus();
  }

  function askOrGoOffline(scope: Scope): void {
    const projects = lastOnlineIn(panel, scope);
    if (projects.length > 0) setAsking({ scope, projects });
    else goOffline(scope);
  }

  function onMainClick(): void {
    if (me.online) askOrGoOffline('project');
    else goOnlineAsChosen();
  }

  if (!me.isAgent)
    return <p className="agent-section fd-subtle">{texts.t('agent.notAgent', { project: project.name })}</p>;
  const extended = me.online ? oneHourMore(me.until, now, panel.longestMinutes) : null;
  const wasPutOffline = !me.online && me.reason === 'put-offline';
  const notice = wasPutOffline ? me.notices.find((each) => each.projectId === projectId) : undefined;
  const mainText = me.online ? 'agent.goOffline' : wasPutOffline ? 'agent.goOnlineAgain' : 'agent.goOnline';
  return (
    <section className="agent-section" aria-label={texts.t('agent.myStatus')} {...onePress}>
      {notice && <PutOfflineNotice notice={notice} now={now} />}
      <div className="agent-row agent-status">
        <div className="agent-status-text">
          <p className="agent-status-line">
            <span className={me.online ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />
            <strong>{status}</strong>
          </p>
          <p className="fd-subtle agent-status-why">
            {me.online ? whyOnline(texts, me, true, now) : texts.t('agent.stillAnswering')}
          </p>
        </div>
        <div className="fd-actions">
          {extended !== null && (
            <Button onClick={() => goOnline('project', extended, panel.preferences.minutes)}>
              {texts.t('agent.oneHourMore')}
            </Button>
          )}
          <div className="agent-main-buttons">
            <Button
              ref={mainButton}
              autoFocus
              appearance={me.online ? 'default' : 'primary'}
              onClick={onMainClick}
              isLoading={takesLong}
            >
              {texts.t(mainText)}
            </Button>
            {me.online && mine.filter(({ online }) => online).length > 1 && (
              <OfflineMenu project={project.name} onSelect={askOrGoOffline} />
            )}
          </div>
        </div>
      </div>
      {asking && (
        <LastOnlineQuestion
          projects={asking.projects}
          onConfirm={() => goOffline(asking.scope)}
          onCancel={() => {
            setAsking(null);
            mainButton.current?.focus();
          }}
        />
      )}
      {failure && (
        <ErrorNotice
          code={failure.code}
          title={texts.t(failureTitle(failure.wish.kind, me.online), { project: project.name })}
          busy={pending}
          {...(failure.code === 'unavailable' && { onRetry: () => void store.wish(failure.wish) })}
        />
      )}
      <StayOnline
        form={form}
        panel={panel}
        now={now}
        showScope={mine.length > 1}
        {...(me.online && { onApply: goOnlineAsChosen })}
      />
    </section>
  );
}

/** What did not change. */
function failureTitle(kind: 'go-online' | 'go-offline', online: boolean) {
  if (!online) return 'agent.stillOffline';
  return kind === 'go-offline' ? 'agent.stillOnline' : 'agent.endUnchanged';
}
