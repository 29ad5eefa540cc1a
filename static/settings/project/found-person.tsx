import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { PersonBlock, PersonChat } from '../../../src/contract/personal-data';
import type { ErrorCode } from '../../../src/domain/errors';
import { callResolver } from '../../app/call-resolver';
import { dateTime } from '../../app/format-time';
import { newOperationId } from '../../app/operation-id';
import { useTexts } from '../../app/texts-context';
import { ConfirmQuestion } from '../../ui/confirm-question';
import { ErrorNotice } from '../../ui/error-notice';
import { downloadJson } from './download-json';
import { ErasureReceipt } from './erasure-receipt';
import { collect, eraseAll, type Receipt, type SearchedProject, type Whom } from './person-file';

export interface FoundPersonProps {
  project: SearchedProject;
  whom: Whom;
  chats: readonly PersonChat[];
  blocks: readonly PersonBlock[];
  /** The account of whoever looks. */
  by: string;
}

type Doing = { kind: 'export' | 'erase'; done: number } | null;

/** What was found of a person, and what can be done with it. */
export function FoundPerson({ project, whom, chats, blocks, by }: FoundPersonProps) {
  const { t, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const [doing, setDoing] = useState<Doing>(null);
  const [asking, setAsking] = useState(false);
  const [downloaded, setDownloaded] = useState(false);
  const [failure, setFailure] = useState<{ kind: 'export' | 'erase'; code: ErrorCode } | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  // Asked for again after a failure, it is the same operation.
  const operations = useRef({ export: newOperationId(), erase: newOperationId() });
  /** What was erased before it broke off. */
  const erased = useRef<Receipt | null>(null);
  const opener = useRef<HTMLButtonElement>(null);

  async function download(): Promise<void> {
    if (doing) return;
    setFailure(null);
    setDownloaded(false);
    setDoing({ kind: 'export', done: 0 });
    const request = { project, whom, operationId: operations.current.export, from: location.origin };
    const kept = { chats, blocks };
    const outcome = await collect(callResolver, request, kept, (done) => setDoing({ kind: 'export', done }));
    setDoing(null);
    if ('failure' in outcome) return setFailure({ kind: 'export', code: outcome.failure });
    downloadJson(`frontdesk-${project.key}-person.json`, outcome.value);
    setDownloaded(true);
  }

  async function erase(): Promise<void> {
    if (doing) return;
    setAsking(false);
    setFailure(null);
    setDoing({ kind: 'erase', done: 0 });
    const request = { project, whom, operationId: operations.current.erase, by };
    const outcome = await eraseAll(callResolver, request, erased.current, (done) =>
      setDoing({ kind: 'erase', done }),
    );
    setDoing(null);
    if ('failure' in outcome) {
      erased.current = outcome.soFar;
      return setFailure({ kind: 'erase', code: outcome.failure });
    }
    erased.current = null;
    // What waited may be erased by then: another time, another receipt.
    operations.current.erase = newOperationId();
    setReceipt(outcome.value);
  }

  if (receipt) return <ErasureReceipt receipt={receipt} onAgain={() => setReceipt(null)} />;
  return (
    <div className="fd-personal">
      <PersonChats chats={chats} />
      {blocks.length > 0 && <p>{t('personal.blocked')}</p>}
      <div className="fd-actions">
        <Button isLoading={doing?.kind === 'export'} isDisabled={asking} onClick={() => void download()}>
          {t('personal.download')}
        </Button>
        <Button
          ref={opener}
          isLoading={doing?.kind === 'erase'}
          isDisabled={asking}
          onClick={() => doing === null && setAsking(true)}
        >
          {t('personal.erase')}
        </Button>
      </div>
      {asking && (
        <ConfirmQuestion
          title={t('personal.eraseTitle')}
          body={t('personal.eraseWhat')}
          confirm={t('personal.eraseConfirm')}
          cancel={t('personal.keep')}
          onConfirm={() => {
            void erase();
            requestAnimationFrame(() => opener.current?.focus());
          }}
          onCancel={() => {
            setAsking(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      )}
      <p role="status" className="fd-small">
        {doing?.kind === 'export' &&
          t('personal.collecting', { count: number.format(doing.done), total: number.format(chats.length) })}
        {doing?.kind === 'erase' && t('personal.erasing', { count: number.format(doing.done) })}
        {downloaded && t('personal.downloaded')}
      </p>
      {failure && (
        <ErrorNotice
          code={failure.code}
          title={t(failure.kind === 'export' ? 'personal.notDownloaded' : 'personal.notErased')}
          onRetry={failure.kind === 'export' ? download : erase}
        />
      )}
    </div>
  );
}

function PersonChats({ chats }: { chats: readonly PersonChat[] }) {
  const texts = useTexts();
  const { t, counted } = texts;
  return (
    <ul className="fd-person-chats">
      {chats.map(({ conversationId, startedAt, own, messages, issueKey, waiting }) => (
        <li key={conversationId}>
          <span className="fd-setting-name">{issueKey ?? t('inbox.notInJira')}</span>
          <span className="fd-help">
            {[
              t(own ? 'personal.ownChat' : 'personal.othersChat'),
              dateTime(Date.parse(startedAt), texts),
              counted('personal.messages', messages),
              ...(waiting > 0 ? [counted('personal.waiting', waiting)] : []),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
