import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { OwnWaitingChat, Panel } from '../../src/contract/panel';
import { clockTime } from '../app/format-time';
import { useStore } from '../app/store';
import { useTexts } from '../app/texts-context';
import { endOfChoice, firstChoice } from '../availability/end-choice';
import type { PanelStore } from '../availability/panel-store';
import { StatusNotices } from '../availability/status-notices';
import { useAnnounced } from '../availability/use-announced';
import { useLeaving } from '../availability/use-leaving';
import { wishOnline } from '../availability/wish';
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

/** My own status beside the chats, and its change (rules S4, S11, D10). For how long is what was chosen last. */
export function OwnStatus({ panel, project, now, store, announces = false, onOpenChat }: OwnStatusProps) {
  const texts = useTexts();
  const { me } = panel;
  const pending = useStore(store, (state) => state.pending);
  const takesLong = useTakesLong(pending !== null);
  const button = useRef<HTMLButtonElement>(null);
  const focus = (): void => button.current?.focus();
  const leaving = useLeaving(panel, store, project.id, focus);
  const status = texts.t(
    !me.online ? 'agent.youAreOffline' : me.until === null ? 'agent.youAreOnline' : 'inbox.youAreOnlineUntil',
    { project: project.name, time: me.until === null ? '' : clockTime(Date.parse(me.until), now, texts) },
  );
  useAnnounced(announces && pending === null ? `${String(me.online)} ${String(me.until)}` : null, status);

  function goOnline(): void {
    leaving.forgetLeft();
    void store.wish(wishOnline('project', project.id, endOfChoice(firstChoice(panel), now)));
  }

  return (
    <section className="inbox-own" aria-label={texts.t('agent.myStatus')} {...onePress}>
      <div className="inbox-own-line">
        <span className={me.online ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />
        <strong>{status}</strong>
        <Button
          ref={button}
          spacing="compact"
          isLoading={takesLong}
          onClick={() =>
            me.online ? leaving.leave({ scope: 'project', projectId: project.id }) : goOnline()
          }
        >
          {texts.t(me.online ? 'agent.goOffline' : 'agent.goOnline')}
        </Button>
        <CustomersNote panel={panel} />
      </div>
      <StatusNotices {...{ panel, now, store, leaving, onOpenChat }} onSettled={focus} />
    </section>
  );
}
