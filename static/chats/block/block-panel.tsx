import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import { REASON_LENGTH } from '../../../src/domain/limits';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { ErrorNotice } from '../../ui/error-notice';
import { UndoNotice } from '../../ui/undo-notice';
import { useEscape } from '../../ui/use-escape';
import type { BlockButtonProps } from './block-button';

/** What blocking does, said before it is done; then that it was, with ten seconds to take it back. */
export function BlockPanel(props: BlockButtonProps) {
  const { view, asking, failure, done, unblock, over } = props;
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} tabIndex={-1} className="block-panel">
      {failure && (
        <ErrorNotice
          code={failure.code}
          title={t(failure.unblocking ? 'block.notUnblocked' : 'block.notBlocked')}
        />
      )}
      {asking && <Question {...props} what={whatText(t, view)} />}
      {done && (
        <UndoNotice
          text={t('block.blocked')}
          startedAt={done.startedAt}
          onUndo={async () => {
            await unblock(done.blockId);
            box.current?.focus();
          }}
          onOver={(hadFocus) => {
            over();
            if (hadFocus) box.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function whatText(t: Texts['t'], { email, row }: ConversationView): string {
  if (row.kind === 'signed') return t('block.whatSigned');
  return email === null ? t('block.whatNobody') : t('block.whatEmail', { email });
}

function Question({ busy, block, cancel, what }: BlockButtonProps & { what: string }) {
  const { t } = useTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => field.current?.focus(), []);
  useEscape(!busy, cancel);
  return (
    <form
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      className="fd-question"
      onSubmit={(event) => {
        event.preventDefault();
        void block(reason.trim());
      }}
    >
      <h3 id={`${id}-title`}>{t('block.title')}</h3>
      <p id={`${id}-what`}>{what}</p>
      <label className="fd-label" htmlFor={`${id}-reason`}>
        {t('block.reason')}
      </label>
      <input
        ref={field}
        id={`${id}-reason`}
        className="fd-field"
        maxLength={REASON_LENGTH}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="fd-actions">
        <Button type="submit" appearance="warning" isLoading={busy}>
          {t('block.confirm')}
        </Button>
        <Button appearance="subtle" isDisabled={busy} onClick={cancel}>
          {t('block.cancel')}
        </Button>
      </div>
    </form>
  );
}
