import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { Panel, OwnWaitingChat } from '../../src/contract/panel';
import { onePress } from '../ui/one-press';
import { useTexts } from '../app/texts-context';
import { useTakesLong } from '../ui/use-takes-long';
import { BreakBox } from './break-box';
import { ClosedNotice } from './closed-notice';
import { OfflineMenu } from './offline-menu';
import { OtherProjects } from './other-projects';
import type { PanelState, PanelStore } from './panel-store';
import { promiseOf } from './promise';
import { PresenceQuestion } from './presence-question';
import { PromiseLine } from './promise-line';
import { PutOfflineNotice } from './put-offline-notice';
import { StatusBox } from './status-box';
import { StatusNotices } from './status-notices';
import { myState } from './status-words';
import { Until } from './until';
import { UseEverywhere } from './use-everywhere';
import { withPreview } from './use-break-preview';
import { useFirstFocus } from './use-first-focus';
import { useLeaving } from './use-leaving';
import { usePromiseNews } from './use-promise-news';
import { useStayForm } from './use-stay-form';
import { granted } from './granted';
import {
  isAbout,
  reachOf,
  wishBreak,
  wishConfirm,
  wishOffline,
  wishOnline,
  type PresenceAnswer,
  type Scope,
} from './wish';

export interface MyStatusProps {
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  pending: PanelState['pending'];
  isStale: boolean;
  /** Somebody who is online already asked to go online: nothing that one key too many would change has the focus. */
  isCalm: boolean;
  store: PanelStore;
  onOpenChat(chat: OwnWaitingChat): void;
  /** Shows what closes the chat; absent: they may not. */
  onChangeClosure?: (() => void) | undefined;
}

/** My own status with what changes it, and what customers are promised (rules S3, S4, S11, S13). */
export function MyStatus(props: MyStatusProps) {
  const { panel, project, now, pending, isStale, isCalm, store, onOpenChat, onChangeClosure } = props;
  const texts = useTexts();
  const form = useStayForm(panel, now);
  const takesLong = useTakesLong(pending !== null);
  const mainButton = useRef<HTMLButtonElement>(null);
  const leaving = useLeaving(panel, store, project.id, () => mainButton.current?.focus());
  const { me } = panel;
  const isPreview = !me.online && form.touched;
  const leave = leaving.question?.leave;
  const wished =
    leave && isAbout(leave, project.id)
      ? granted(
          panel,
          leave.breakMinutes === undefined
            ? wishOffline(leave.scope, project.id)
            : wishBreak(leave.breakMinutes),
          now,
        )
      : isPreview
        ? granted(panel, wishOnline(form.scope, project.id, form.end(now)), now)
        : panel;
  const shown = withPreview(wished, leaving.preview);
  const promise = promiseOf(shown);
  const isPending = pending !== null && isAbout(reachOf(pending), project.id);
  const tense = isPending || shown !== panel ? 'will' : 'now';
  const state = myState(me, project.id);
  const isElsewhere = me.asked !== undefined && state !== 'asked';
  const takesFocus = useFirstFocus(state, mainButton, isCalm);
  usePromiseNews({ panel, project, promise, now, tense, isPending, form: isPreview ? form : null });

  const isStoredOnline = me.online && !isPending;
  useEffect(() => {
    // Refused, the choice stays, to be tried again; stored, wherever that was asked for, it is none any more.
    if (isStoredOnline) form.forget();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isStoredOnline]);

  function goOnline(scope: Scope, end: number | null, minutes: number | null): void {
    leaving.forgetLeft();
    void store.wish(wishOnline(scope, project.id, end, minutes));
  }

  function goOnlineAsChosen(): void {
    const picked = form.time === null ? undefined : form.takePicked(now);
    if (picked === null) return;
    if (picked !== undefined) form.choose({ at: picked });
    const chosen = picked === undefined ? form.chosen : { at: picked };
    goOnline(form.scope, picked ?? form.end(now), form.minutesToRemember(chosen));
  }

  const promiseLine = (
    <PromiseLine
      promise={isStale ? null : promise}
      me={{ ...me, online: shown.me.online }}
      now={now}
      tense={tense}
    />
  );
  const closedNotice = project.told?.closed && (
    <ClosedNotice closed={project.told.closed} {...{ panel, project, now }} onChange={onChangeClosure} />
  );
  if (!me.isAgent)
    return (
      <section className="agent-section">
        <p className="fd-subtle">{texts.t('agent.notAgent', { project: project.name })}</p>
        {closedNotice}
        {promiseLine}
      </section>
    );
  const wasPutOffline = !me.online && me.reason === 'put-offline';
  const notice = wasPutOffline ? me.notices.find((each) => each.projectId === project.id) : undefined;
  function answer(said: PresenceAnswer): void {
    leaving.forgetLeft();
    void store.wish(wishConfirm(said));
  }

  const question = me.asked && (
    <PresenceQuestion
      asked={me.asked}
      {...{ panel, now }}
      autoFocus={takesFocus && state === 'asked'}
      {...(state === 'asked' && { mainButton })}
      onAnswer={answer}
    />
  );
  const offlineMenu = (
    <OfflineMenu
      {...{ panel, project, now }}
      onLeave={leaving.leave}
      onBreak={(minutes) => leaving.leave({ scope: 'all', breakMinutes: minutes })}
    />
  );
  const mainText = me.online ? 'agent.goOffline' : wasPutOffline ? 'agent.goOnlineAgain' : 'agent.goOnline';
  return (
    <section className="agent-section" aria-label={texts.t('agent.myStatus')} {...onePress}>
      {closedNotice}
      {notice && <PutOfflineNotice notice={notice} now={now} />}
      {isElsewhere && question}
      {state === 'asked' ? (
        question
      ) : state === 'break' ? (
        <BreakBox
          {...{ panel, project, now }}
          mainButton={
            <div className="agent-main-buttons">
              <Button
                ref={mainButton}
                autoFocus={takesFocus}
                appearance="primary"
                onClick={() => answer('here')}
                isLoading={takesLong}
              >
                {texts.t('agent.imBack')}
              </Button>
              {offlineMenu}
            </div>
          }
        />
      ) : (
        <StatusBox
          {...{ panel, project, now }}
          mainButton={
            <div className="agent-main-buttons">
              <Button
                ref={mainButton}
                autoFocus={takesFocus}
                appearance={me.online || isElsewhere ? 'default' : 'primary'}
                onClick={() =>
                  me.online ? leaving.leave({ scope: 'project', projectId: project.id }) : goOnlineAsChosen()
                }
                isLoading={takesLong}
              >
                {texts.t(mainText)}
              </Button>
              {me.online && offlineMenu}
            </div>
          }
        >
          <Until
            {...{ form, panel, now, isCalm }}
            onChange={(end, chosen) => goOnline('project', end, form.minutesToRemember(chosen))}
          />
          {me.online && (
            <UseEverywhere
              panel={panel}
              now={now}
              onConfirm={() =>
                goOnline('all', me.until === null ? null : Date.parse(me.until), panel.preferences.minutes)
              }
            />
          )}
        </StatusBox>
      )}
      <StatusNotices
        {...{ panel, now, store, leaving, onOpenChat }}
        onSettled={() => mainButton.current?.focus()}
      />
      {promiseLine}
      <OtherProjects
        panel={panel}
        now={now}
        onGoOffline={({ id }) => leaving.leave({ scope: 'project', projectId: id })}
      />
    </section>
  );
}
