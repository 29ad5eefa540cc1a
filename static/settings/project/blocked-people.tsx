import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { BlockedVisitor } from '../../../src/contract/protection';
import type { ErrorCode } from '../../../src/domain/errors';
import { agentName } from '../../app/agent-name';
import { useAnnounce } from '../../app/announcer';
import { callResolver } from '../../app/call-resolver';
import { dateTime } from '../../app/format-time';
import { newOperationId } from '../../app/operation-id';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { ConfirmQuestion } from '../../ui/confirm-question';
import { ErrorNotice } from '../../ui/error-notice';

export interface BlockedPeopleProps {
  projectId: string;
  blocked: readonly BlockedVisitor[];
  onChanged(): void;
}

/** Who may not start a chat or write in one, and the way back. */
export function BlockedPeople({ projectId, blocked, onChanged }: BlockedPeopleProps) {
  const texts = useTexts();
  const { t, locale } = texts;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was unblocked is gone at once; the list that is asked for may come later.
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const shown = blocked.filter(({ blockId }) => !gone.has(blockId));
  return (
    <div className="fd-blocked">
      <div className="fd-card-head">
        <h3 ref={heading} tabIndex={-1}>
          {t('protection.blockedTitle', { count: new Intl.NumberFormat(locale).format(shown.length) })}
        </h3>
        <p className="fd-help">
          {t(shown.length === 0 ? 'protection.blockedNone' : 'protection.blockedHelp')}
        </p>
      </div>
      {shown.length > 0 && (
        <ul>
          {shown.map((each) => (
            <BlockedRow
              key={each.blockId}
              projectId={projectId}
              block={each}
              onUnblocked={() => {
                setGone((before) => new Set(before).add(each.blockId));
                heading.current?.focus();
                onChanged();
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

const nameOf = ({ t }: Texts, { who, issueKey }: BlockedVisitor): string =>
  who ?? (issueKey === null ? t('protection.someone') : t('protection.someoneOf', { key: issueKey }));

interface BlockedRowProps {
  projectId: string;
  block: BlockedVisitor;
  onUnblocked(): void;
}

function BlockedRow({ projectId, block, onUnblocked }: BlockedRowProps) {
  const texts = useTexts();
  const { t } = texts;
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [asking, setAsking] = useState(false);
  const operationId = useRef(newOperationId());
  const opener = useRef<HTMLButtonElement>(null);
  const who = nameOf(texts, block);
  const { kind, by, at, reason, blockId } = block;
  const facts = [
    t('protection.blockedBy', { name: agentName(texts, by), time: dateTime(Date.parse(at), texts) }),
    ...(reason === null ? [] : [t('protection.blockedWhy', { reason })]),
    ...(kind === 'chat' ? [t('protection.chatOnly')] : []),
    ...(kind === 'signed' ? [t('protection.signed')] : []),
  ];

  function close(): void {
    setAsking(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  async function unblock(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await callResolver('unblockVisitor', {
      projectId,
      blockId,
      operationId: operationId.current,
    });
    setBusy(false);
    // Somebody else was quicker.
    if (answer.ok || answer.error.code === 'not-found') {
      announce(t('protection.unblocked', { who }));
      onUnblocked();
      return;
    }
    setFailure(answer.error.code);
    close();
  }

  return (
    <li>
      <div>
        <p className="fd-setting-name">{who}</p>
        <p className="fd-help">{facts.join(' · ')}</p>
      </div>
      <Button
        ref={opener}
        spacing="compact"
        aria-label={t('protection.unblockName', { who })}
        isDisabled={asking}
        onClick={() => setAsking(true)}
      >
        {t('protection.unblock')}
      </Button>
      {asking && (
        <ConfirmQuestion
          title={t('protection.unblockTitle', { who })}
          body={t('protection.unblockWhat')}
          confirm={t('protection.unblock')}
          cancel={t('protection.keepBlocked')}
          busy={busy}
          onConfirm={() => void unblock()}
          onCancel={close}
        />
      )}
      {failure !== null && <ErrorNotice code={failure} title={t('protection.notUnblocked', { who })} />}
    </li>
  );
}
