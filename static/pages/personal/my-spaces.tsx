import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { MyProject, OwnWaitingChat, Panel } from '../../../src/contract/panel';
import { closedRead } from '../../app/customers-read';
import { clockTime } from '../../app/format-time';
import { openDialog } from '../../app/open-dialog';
import { useStore } from '../../app/store';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { endOfChoice, firstChoice } from '../../availability/end-choice';
import type { PanelStore } from '../../availability/panel-store';
import { PresenceQuestion } from '../../availability/presence-question';
import { PutOfflineNotice } from '../../availability/put-offline-notice';
import { StatusNotices } from '../../availability/status-notices';
import { useAnnounced } from '../../availability/use-announced';
import { useLeaving } from '../../availability/use-leaving';
import { whyListed } from '../../availability/why-listed';
import { wishConfirm, wishOnline, type PresenceAnswer, type Scope } from '../../availability/wish';
import { onePress } from '../../ui/one-press';

export interface MySpacesProps {
  panel: Panel;
  /** Those in which I am an agent, by name. */
  mine: MyProject[];
  now: number;
  store: PanelStore;
}

/** My status in all my spaces at once (rules S3, S4, S11). For how long is what was chosen last. */
export function MySpaces({ panel, mine, now, store }: MySpacesProps) {
  const texts = useTexts();
  const { t } = texts;
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = (): void => heading.current?.focus();
  const pending = useStore(store, (state) => state.pending);
  const leaving = useLeaving(panel, store, mine[0]?.id ?? '', focus);
  const online = mine.filter((each) => each.online);
  const isOnBreak = panel.me.reason === 'break' && panel.me.until !== null;
  useAnnounced(
    pending === null ? online.map(({ id }) => id).join(' ') : null,
    online.length === 0
      ? t('background.youAreOffline')
      : t('background.youAreHere', { projects: texts.list(online.map(({ name }) => name)) }),
  );

  function goOnline(scope: Scope, projectId: string): void {
    leaving.forgetLeft();
    void store.wish(wishOnline(scope, projectId, endOfChoice(firstChoice(panel), now)));
  }

  const openChat = ({ projectId, conversationId }: OwnWaitingChat): void =>
    void openDialog(texts, { projectId, conversationId });

  function answer(said: PresenceAnswer): void {
    leaving.forgetLeft();
    void store.wish(wishConfirm(said));
  }

  return (
    <section className="fd-card" aria-labelledby="my-status" {...onePress}>
      <div className="personal-head">
        <h2 id="my-status" ref={heading} tabIndex={-1}>
          {t('agent.myStatus')}
        </h2>
        {mine.length > 1 && (
          <div className="fd-actions">
            {online.length < mine.length && (
              <Button onClick={() => goOnline('all', mine[0]?.id ?? '')}>
                {t('mine.goOnlineEverywhere')}
              </Button>
            )}
            {online.length > 0 && (
              <Button onClick={() => leaving.leave({ scope: 'all' })}>{t('agent.offlineEverywhere')}</Button>
            )}
          </div>
        )}
      </div>
      {panel.me.notices
        .filter(({ projectId }) => mine.some(({ id, online: isOnline }) => id === projectId && !isOnline))
        .map((notice) => (
          <PutOfflineNotice key={notice.projectId} {...{ notice, now }} />
        ))}
      {panel.me.asked && (
        <PresenceQuestion asked={panel.me.asked} {...{ panel, now }} autoFocus={false} onAnswer={answer} />
      )}
      {isOnBreak && !panel.me.asked && (
        <div className="personal-row">
          <strong>
            {t('agent.youAreOnBreak', { time: clockTime(Date.parse(panel.me.until ?? ''), now, texts) })}
          </strong>
          <Button spacing="compact" onClick={() => answer('here')}>
            {t('agent.imBack')}
          </Button>
        </div>
      )}
      <StatusNotices {...{ panel, now, store, leaving }} onOpenChat={openChat} onSettled={focus} />
      <ul className="personal-spaces">
        {mine.map((space) => (
          <li key={space.id} className="personal-row">
            <span className={space.online ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />
            <span className="personal-space">
              <strong>{space.name}</strong>{' '}
              <span className="fd-small fd-subtle">{stateWords(texts, space, now)}</span>
            </span>
            <Button
              spacing="compact"
              aria-label={t(space.online ? 'agent.offlineIn' : 'mine.goOnlineIn', { project: space.name })}
              onClick={() =>
                space.online
                  ? leaving.leave({ scope: 'project', projectId: space.id })
                  : goOnline('project', space.id)
              }
            >
              {t(space.online ? 'agent.goOffline' : 'agent.goOnline')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="fd-help">{t('agent.stillAnswering')}</p>
    </section>
  );
}

/** Why and until when I am online there, or who is, where I am not; and what customers read of a closure. */
function stateWords(texts: Texts, space: MyProject, now: number): string {
  const { until, why } = space;
  const closed = space.closed && closedRead(texts, Date.parse(space.closed.until), now);
  return [
    space.online ? whyListed(texts, { until, why: why ?? 'by-hand' }, true, now) : othersWords(texts, space),
    closed,
  ]
    .filter(Boolean)
    .join(' · ');
}

const othersWords = (texts: Texts, { onlineCount }: MyProject): string =>
  onlineCount === 0 ? texts.t('mine.noOneOnline') : texts.counted('mine.agentsOnline', onlineCount);
