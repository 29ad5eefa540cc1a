import Button from '@atlaskit/button/new';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import { router } from '@forge/bridge';
import { useRef, type ReactNode, type RefObject } from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Way } from '../../../src/domain/ways';
import { agentName } from '../../app/agent-name';
import { useTexts } from '../../app/texts-context';
import type { ConversationAction } from './conversation-actions';
import { useCommand } from '../keys/commands-context';
import { Presence } from '../list/presence';
import { SteadyLabel } from '../../ui/steady-label';
import { whereText } from '../where-text';
import { ResolveButton } from './resolve-button';

export interface ConversationHeaderProps {
  view: ConversationView;
  name: string;
  viewerId: string;
  pending: ConversationAction | null;
  /** The way back to the list, where there is one. */
  back: ReactNode;
  headingRef: RefObject<HTMLHeadingElement>;
  /** To whom it can be handed over. */
  handOver: ReactNode;
  /** Buttons of others, after these. */
  more?: ReactNode;
  onTake(): void;
  onResolve(way: Way | null): void;
}

/**
 * With whom, whether they are here, what can be done with it, and whose it is. No button moves or goes away by what
 * somebody does: a second click on the same place must not do something else.
 */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { view, name, viewerId, pending, back, headingRef, handOver, more, onTake, onResolve } = props;
  const texts = useTexts();
  const { t } = texts;
  const { row } = view;
  const { assignee, issueUrl } = row;
  const isMine = assignee?.accountId === viewerId;
  const isColleagues = assignee !== null && !isMine && row.assigneeLeft !== true;
  const isGone = row.failure === 'request-gone';
  const isOurs =
    row.issueKey !== null && !isGone && row.failure !== 'request-moved' && row.failure !== 'erased';
  const whose = isMine
    ? t('inbox.assignedToYou')
    : assignee
      ? t(row.assigneeLeft ? 'inbox.assignedToLeft' : 'inbox.assignedTo', {
          name: agentName(texts, assignee),
        })
      : t('inbox.unassigned');
  const resolveBox = useRef<HTMLSpanElement>(null);
  useCommand('assign', isOurs && !isMine && pending === null ? onTake : null);
  // Where there are several ways, the button opens their menu.
  useCommand('resolve', isOurs ? () => resolveBox.current?.querySelector('button')?.click() : null);
  return (
    <header className="inbox-head">
      <div className="inbox-head-who">
        {back}
        <h2 ref={headingRef} className="inbox-cut" title={name} tabIndex={-1}>
          {name}
        </h2>
        <Presence here={row.here} />
      </div>
      <div className="fd-actions">
        {isOurs && (
          <>
            <Button
              spacing="compact"
              isLoading={pending === 'assignToMe'}
              isDisabled={isMine || (pending !== null && pending !== 'assignToMe')}
              onClick={onTake}
            >
              <SteadyLabel
                texts={[t('inbox.assignToMe'), t('handOver.takeOver'), t('inbox.assignedToYou')]}
                shown={isMine ? 2 : isColleagues ? 1 : 0}
              />
            </Button>
            {handOver}
            <span ref={resolveBox}>
              <ResolveButton
                view={view}
                resolving={pending === 'resolve'}
                busy={pending !== null && pending !== 'resolve'}
                onResolve={onResolve}
              />
            </span>
          </>
        )}
        {more}
      </div>
      <div className="inbox-head-facts fd-small">
        {row.blockId !== undefined && <span>{t('block.fact')}</span>}
        {issueUrl !== null && !isGone ? (
          <a
            className="fd-page-link inbox-request"
            href={issueUrl}
            title={t('inbox.openRequest')}
            onClick={(event) => {
              event.preventDefault();
              // Refused when somebody chooses to stay: nothing to tell.
              void router.open(issueUrl).catch(() => undefined);
            }}
          >
            {whereText(texts, row)}
            <span className="fd-hidden"> {t('inbox.openRequest')}</span>
            <LinkExternalIcon label="" size="small" />
          </a>
        ) : (
          <span>{whereText(texts, row)}</span>
        )}
        {row.status !== null && <span className="inbox-status">{row.status}</span>}
        <span className="fd-subtle inbox-cut" title={whose}>
          {whose}
        </span>
      </div>
    </header>
  );
}
