import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { OwnWaitingChat, Panel } from '../../src/contract/panel';
import { clockTime } from '../app/format-time';
import { useStore } from '../app/store';
import { useTexts } from '../app/texts-context';
import { endOfChoice, firstChoice } from '../availability/end-choice';
import type { PanelStore } from '../availability/panel-store';
import { PresenceAnswers } from '../availability/presence-question';
import { StatusNotices } from '../availability/status-notices';
import { myState, statusDot, statusWords } from '../availability/status-words';
import { useAnnounced } from '../availability/use-announced';
import { useLeaving } from '../availability/use-leaving';
import { wishConfirm, wishOnline, type PresenceAnswer } from '../availability/wish';
import { onePress } from '../ui/one-press';
import { useTakesLong } from '../ui/use-takes-long';
import { CustomersNote } from './customers-note';

export interface OwnStatusProps {
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  store: PanelStore;
  /** Changes are said by nothing else on the page. */
  announces?: boolean;
  onOpenChat(chat: OwnWaitingChat): void;
}

const BUTTONS = { online: 'agent.goOffline', break: 'agent.imBack', offline: 'agent.goOnline' } as const;

/** My own status beside the chats, and its change (rules S4, S11, D10). For how long is what was chosen last. */
export function OwnStatus({ panel, project, now, store, announces = false, onOpenChat }: OwnStatusProps) {
  const texts = useTexts();
  const { me } = panel;
  const pending = useStore(store, (state) => state.pending);
  const takesLong = useTakesLong(pending !== null);
  const button = useRef<HTMLButtonElement>(null);
  const focus = (): void => button.current?.focus();
  const leaving = useLeaving(panel, store, project.id, focus);
  const state = myState(me, project.id);
  const status =
    me.online && me.until !== null
      ? texts.t('inbox.youAreOnlineUntil', {
          project: project.name,
          time: clockTime(Date.parse(me.until), now, texts),
        })
      : statusWords(texts, panel, project, now);
  useAnnounced(announces && pending === null ? `${state} ${String(me.until)}` : null, status);

  function goOnline(): void {
    leaving.forgetLeft();
    void store.wish(wishOnline('project', project.id, endOfChoice(firstChoice(panel), now)));
  }

  function answer(said: PresenceAnswer): void {
    leaving.forgetLeft();
    void store.wish(wishConfirm(said));
  }

  return (
    <section className="inbox-own" aria-label={texts.t('agent.myStatus')} {...onePress}>
      <div className="inbox-own-line">
        <span className={statusDot(state)} aria-hidden="true" />
        <strong>{status}</strong>
        {state === 'asked' ? (
          <PresenceAnswers mainButton={button} spacing="compact" onAnswer={answer} />
        ) : (
          <Button
            ref={button}
            spacing="compact"
            isLoading={takesLong}
            onClick={() => {
              if (state === 'break') answer('here');
              else if (me.online) leaving.leave({ scope: 'project', projectId: project.id });
              else goOnline();
            }}
          >
            {texts.t(BUTTONS[state])}
          </Button>
        )}
        <CustomersNote panel={panel} now={now} />
      </div>
      <StatusNotices {...{ panel, now, store, leaving, onOpenChat }} onSettled={focus} />
    </section>
  );
}
