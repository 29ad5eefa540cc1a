import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { ErrorCode } from '../../../../src/domain/errors';
import { SAVED_REPLIES } from '../../../../src/domain/inbox-limits';
import { searchReplies, type SavedReply } from '../../../../src/domain/saved-reply';
import { useAnnounce } from '../../../app/announcer';
import { newOperationId } from '../../../app/operation-id';
import { useTexts } from '../../../app/texts-context';
import { ErrorNotice } from '../../../ui/error-notice';
import { UndoNotice } from '../../../ui/undo-notice';
import { SavedReplyForm } from './saved-reply-form';
import './saved-replies.css';
import { useSavedReplies } from './use-saved-replies';

/** What was deleted, and can be brought back. */
interface Deleted {
  reply: SavedReply;
  /** Monotonic ms. */
  at: number;
}

/** The texts that agents of the project reply with (rule D7). */
export function SavedRepliesSection({ projectId }: { projectId: string }) {
  const { t, locale } = useTexts();
  const announce = useAnnounce();
  const editing = useSavedReplies(projectId);
  const { loaded, page, busy, save } = editing;
  const heading = useRef<HTMLHeadingElement>(null);
  /** The reply that is edited, or a new one. */
  const [open, setOpen] = useState<{ id: string; reply: SavedReply | null } | null>(null);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const [failure, setFailure] = useState<{ title: string; code: ErrorCode } | null>(null);
  const replies = page ? searchReplies(page.replies, '') : [];
  // A new one, and one that somebody else deleted, has its place all the same: what is typed stays.
  const isListed = open === null || replies.some(({ id }) => id === open.id);
  const rows = isListed ? replies : [...replies, { id: open.id, name: '', text: '' }];
  const isFull = replies.length >= SAVED_REPLIES;

  async function remove(reply: SavedReply): Promise<void> {
    setFailure(null);
    const outcome = await save({ id: reply.id, before: reply, after: null });
    if (outcome?.kind === 'saved') {
      setDeleted({ reply, at: outcome.at });
      return;
    }
    // Somebody else changed it: it is on the page as it is now, and can be deleted as that.
    const code = outcome?.kind === 'failed' ? outcome.code : 'conflict';
    if (outcome) setFailure({ title: t('saved.notDeleted', { name: reply.name }), code });
  }

  async function restore({ reply }: Deleted): Promise<void> {
    const outcome = await save({ id: reply.id, before: null, after: reply });
    if (outcome?.kind === 'failed')
      setFailure({ title: t('saved.notRestored', { name: reply.name }), code: outcome.code });
    else heading.current?.focus();
    setDeleted(null);
  }

  const form = open && page && (
    <SavedReplyForm
      key={open.id}
      {...{ editing, page }}
      id={open.id}
      reply={open.reply}
      onClose={(saved) => {
        setOpen(null);
        if (saved !== null) announce(t('saved.savedNow', { name: saved }));
        heading.current?.focus();
      }}
    />
  );
  return (
    <section className="fd-card" aria-labelledby="saved-title">
      <div className="fd-card-head">
        <h2 id="saved-title" ref={heading} tabIndex={-1}>
          {t('saved.replies')}
        </h2>
        <p className="fd-help">{t('saved.help')}</p>
      </div>
      {!page && loaded.failure !== null && (
        <ErrorNotice code={loaded.failure} title={t('saved.notLoaded')} onRetry={loaded.load} />
      )}
      {!page && loaded.failure === null && (
        <p className="fd-subtle" role="status">
          {t('saved.loading')}
        </p>
      )}
      {page && replies.length === 0 && !open && <p className="fd-subtle">{t('saved.empty')}</p>}
      <ul className="saved-rows">
        {rows.map((reply) =>
          open?.id === reply.id ? (
            <li key={reply.id}>{form}</li>
          ) : (
            <li key={reply.id} className="saved-row">
              <div>
                <p className="fd-setting-name">{reply.name}</p>
                <p className="saved-row-text fd-help">{reply.text}</p>
              </div>
              <div className="fd-actions">
                <Button
                  spacing="compact"
                  aria-label={t('saved.editName', { name: reply.name })}
                  isDisabled={open !== null}
                  onClick={() => setOpen({ id: reply.id, reply })}
                >
                  {t('saved.edit')}
                </Button>
                <Button
                  spacing="compact"
                  appearance="subtle"
                  aria-label={t('saved.deleteName', { name: reply.name })}
                  isDisabled={busy}
                  onClick={() => void remove(reply)}
                >
                  {t('saved.delete')}
                </Button>
              </div>
            </li>
          ),
        )}
      </ul>
      {failure && <ErrorNotice {...failure} />}
      {deleted && (
        <UndoNotice
          key={deleted.reply.id}
          text={t('saved.deleted', { name: deleted.reply.name })}
          startedAt={deleted.at}
          onUndo={() => restore(deleted)}
          onOver={(hadFocus) => {
            setDeleted(null);
            if (hadFocus) heading.current?.focus();
          }}
        />
      )}
      {page && !open && (
        <div className="fd-actions">
          <Button isDisabled={isFull} onClick={() => setOpen({ id: newOperationId(), reply: null })}>
            {t('saved.add')}
          </Button>
          {isFull && (
            <p className="fd-help">
              {t('saved.full', { max: new Intl.NumberFormat(locale).format(SAVED_REPLIES) })}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
