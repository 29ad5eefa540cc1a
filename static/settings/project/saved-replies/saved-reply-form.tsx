import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import type { SavedRepliesPage } from '../../../../src/contract/saved-replies';
import { characterCount } from '../../../../src/domain/character-count';
import type { ErrorCode } from '../../../../src/domain/errors';
import { SAVED_REPLY_LENGTH, SAVED_REPLY_NAME_LENGTH } from '../../../../src/domain/inbox-limits';
import { nameKey, type SavedReply } from '../../../../src/domain/saved-reply';
import { useTexts } from '../../../app/texts-context';
import { ErrorNotice } from '../../../ui/error-notice';
import { Notice } from '../../../ui/notice';
import { useUnsavedWarning } from '../../../app/use-unsaved-warning';
import { SavedReplyPreview } from './saved-reply-preview';
import type { SavedRepliesEditing } from './use-saved-replies';
import { VariableButtons } from './variable-buttons';

export interface SavedReplyFormProps {
  editing: SavedRepliesEditing;
  page: SavedRepliesPage;
  id: string;
  /** As it was when it was opened; null: a new one. */
  reply: SavedReply | null;
  /** The name under which it was saved; null: it was not. */
  onClose(saved: string | null): void;
}

/** One saved reply, until it is stored or given up: nothing typed is lost by what others save. */
export function SavedReplyForm({ editing, page, id, reply, onClose }: SavedReplyFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const fieldId = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  const [before, setBefore] = useState(reply);
  const [name, setName] = useState(reply?.name ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  /** What somebody else made of it. */
  const [theirs, setTheirs] = useState<{ reply: SavedReply | null } | null>(null);
  useEffect(() => nameField.current?.focus(), []);
  useUnsavedWarning(name !== (reply?.name ?? '') || text !== (reply?.text ?? ''));

  const tooLong = (typed: string, most: number): string | null => {
    const over = characterCount(typed.trim()) - most;
    return over > 0 ? texts.counted('saved.tooLong', over) : null;
  };
  const isTaken = page.replies.some((other) => other.id !== id && nameKey(other.name) === nameKey(name));
  const nameProblem =
    tooLong(name, SAVED_REPLY_NAME_LENGTH) ??
    (isTaken ? t('saved.nameTaken') : name.trim() === '' && tried ? t('saved.nameMissing') : null);
  const textProblem =
    tooLong(text, SAVED_REPLY_LENGTH) ?? (text.trim() === '' && tried ? t('saved.textMissing') : null);

  async function save(seen: SavedReply | null): Promise<void> {
    setTried(true);
    const isWhole = name.trim() !== '' && text.trim() !== '';
    if (!isWhole || nameProblem !== null || textProblem !== null) {
      (name.trim() === '' || nameProblem !== null ? nameField : textField).current?.focus();
      return;
    }
    setFailure(null);
    setTheirs(null);
    const after = { id, name: name.trim(), text };
    const outcome = await editing.save({ id, before: seen, after });
    if (outcome?.kind === 'saved') onClose(after.name);
    if (outcome?.kind === 'failed') setFailure(outcome.code);
    if (outcome?.kind === 'clash') {
      setBefore(outcome.theirs);
      setTheirs({ reply: outcome.theirs });
    }
  }

  return (
    <form
      className="saved-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(before);
      }}
    >
      <label className="fd-label" htmlFor={`${fieldId}-name`}>
        {t('saved.name')}
      </label>
      <input
        id={`${fieldId}-name`}
        ref={nameField}
        type="text"
        className="fd-field"
        value={name}
        aria-invalid={nameProblem !== null}
        aria-describedby={`${fieldId}-name-problem`}
        onChange={({ target }) => setName(target.value)}
      />
      <p id={`${fieldId}-name-problem`} className="saved-problem fd-small" role="status">
        {nameProblem}
      </p>
      <label className="fd-label" htmlFor={`${fieldId}-text`}>
        {t('saved.text')}
      </label>
      <textarea
        id={`${fieldId}-text`}
        ref={textField}
        className="fd-field fd-growing"
        rows={4}
        dir="auto"
        value={text}
        aria-invalid={textProblem !== null}
        aria-describedby={`${fieldId}-text-problem`}
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${fieldId}-text-problem`} className="saved-problem fd-small" role="status">
        {textProblem}
      </p>
      <VariableButtons fieldRef={textField} text={text} onText={setText} />
      {text.trim() !== '' && <SavedReplyPreview text={text} agentName={page.agentName} />}
      {theirs && (
        <Notice
          tone="warning"
          urgent
          title={theirs.reply ? t('saved.conflictTitle') : t('saved.conflictDeleted')}
          actions={
            theirs.reply && (
              <>
                <Button
                  onClick={() => {
                    setName(theirs.reply?.name ?? '');
                    setText(theirs.reply?.text ?? '');
                    setTheirs(null);
                    textField.current?.focus();
                  }}
                >
                  {t('saved.useTheirs')}
                </Button>
                <Button onClick={() => void save(theirs.reply)}>{t('saved.saveMine')}</Button>
              </>
            )
          }
        >
          {theirs.reply && (
            <>
              <p className="fd-setting-name">{t('saved.theirs', { name: theirs.reply.name })}</p>
              <p className="saved-theirs">{theirs.reply.text}</p>
            </>
          )}
        </Notice>
      )}
      {failure === 'limit' ? (
        <Notice tone="error" urgent title={t('saved.notSaved')}>
          {t('saved.tooLarge')}
        </Notice>
      ) : (
        failure !== null && <ErrorNotice code={failure} title={t('saved.notSaved')} />
      )}
      <div className="fd-actions">
        <Button type="submit" appearance="primary" isLoading={editing.busy}>
          {t('saved.save')}
        </Button>
        <Button appearance="subtle" isDisabled={editing.busy} onClick={() => onClose(null)}>
          {t('saved.discard')}
        </Button>
      </div>
    </form>
  );
}
