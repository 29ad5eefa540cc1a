import Button from '@atlaskit/button/new';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import { router } from '@forge/bridge';
import type { ReactNode, RefObject } from 'react';
import type { ConversationView } from '../../src/contract/resolver-api';
import { agentName } from '../shared/agent-name';
import { useTexts } from '../shared/texts-context';
import type { ConversationAction } from './conversation-store';
import { Presence } from './presence';

export interface ConversationHeaderProps {
  view: ConversationView;
  name: string;
  viewerId: string;
  pending: ConversationAction | null;
  /** Who vouches for the name, where the facts are not always in view. */
  identity: string | null;
  /** The way back to the list, where there is one. */
  back: ReactNode;
  headingRef: RefObject<HTMLHeadingElement>;
  onAction(action: ConversationAction): void;
}

/** With whom, whether they are here, whose it is, and what can be done with it. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { view, name, viewerId, pending, identity, back, headingRef, onAction } = props;
  const texts = useTexts();
  const { t } = texts;
  const { row } = view;
  const { assignee, issueUrl } = row;
  const isMine = assignee?.accountId === viewerId;
  return (
    <header className="inbox-head">
      <div className="inbox-head-who">
        {back}
        <h2 ref={headingRef} tabIndex={-1}>
          {name}
        </h2>
        <Presence here={row.here} />
      </div>
      <div className="inbox-head-facts fd-small">
        <span>{row.issueKey ?? t(row.failure === null ? 'inbox.notInJiraYet' : 'inbox.notInJira')}</span>
        {row.status !== null && <span className="inbox-status">{row.status}</span>}
        {identity !== null && <span>{identity}</span>}
        <span className="fd-subtle">
          {isMine
            ? t('inbox.assignedToYou')
            : assignee
              ? t('inbox.assignedTo', { name: agentName(texts, assignee) })
              : t('inbox.unassigned')}
        </span>
      </div>
      <div className="fd-actions">
        {!isMine && row.issueKey !== null && (
          <Button
            spacing="compact"
            isLoading={pending === 'assignToMe'}
            isDisabled={pending === 'resolve'}
            onClick={() => onAction('assignToMe')}
          >
            {t('inbox.assignToMe')}
          </Button>
        )}
        {view.canResolve && (
          <Button
            spacing="compact"
            isLoading={pending === 'resolve'}
            isDisabled={pending === 'assignToMe'}
            onClick={() => onAction('resolve')}
          >
            {t('inbox.resolve')}
          </Button>
        )}
        {issueUrl !== null && (
          <Button
            spacing="compact"
            appearance="subtle"
            iconAfter={LinkExternalIcon}
            // Refused when somebody chooses to stay: nothing to tell.
            onClick={() => void router.open(issueUrl).catch(() => undefined)}
          >
            {t('inbox.openRequest')}
          </Button>
        )}
      </div>
    </header>
  );
}
