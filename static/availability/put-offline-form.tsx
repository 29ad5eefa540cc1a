import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent } from 'react';
import type { AgentRow, Panel } from '../../src/contract/panel';
import type { ErrorCode } from '../../src/domain/errors';
import { REASON_LENGTH } from '../../src/domain/limits';
import { agentName } from '../app/agent-name';
import { callResolver } from '../app/call-resolver';
import { ErrorNotice } from '../ui/error-notice';
import { newOperationId } from '../app/operation-id';
import { useTexts } from '../app/texts-context';

export interface PutOfflineFormProps {
  projectId: string;
  /** As it was when the door was clicked: the session in it is the only one that may be ended. */
  row: AgentRow;
  onCancel(): void;
  /** `startedAt`: monotonic ms when the accepted request left, the earliest moment it can have taken effect. */
  onDone(panel: Panel, startedAt: number): void;
  /** The person went offline or came back since the list was drawn. */
  onConflict(): void;
}

export function PutOfflineForm({ projectId, row, onCancel, onDone, onConflict }: PutOfflineFormProps) {
  const texts = useTexts();
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const operationId = useRef(newOperationId());
  const inFlight = useRef(false);

  async function send(): Promise<void> {
    if (inFlight.current) return;
    inFlight.current = true;
    setSending(true);
    const startedAt = performance.now();
    const given = reason.trim();
    const answer = await callResolver('putOffline', {
      projectId,
      accountId: row.accountId,
      session: row.session,
      operationId: operationId.current,
      ...(given !== '' && { reason: given }),
    });
    inFlight.current = false;
    setSending(false);
    if (answer.ok) return onDone(answer.value, startedAt);
    if (answer.error.code === 'conflict') return onConflict();
    setFailure(answer.error.code);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void send();
  }

  const name = agentName(texts, row);
  return (
    <form
      className="fd-put-offline"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape leaves the question, not the whole dialog.
        event.stopPropagation();
        onCancel();
      }}
    >
      <p>{texts.t('agent.putOfflineQuestion', { name })}</p>
      <label>
        <span className="fd-label">{texts.t('agent.reason')}</span>
        <input
          className="fd-field fd-put-offline-reason"
          value={reason}
          maxLength={REASON_LENGTH}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {failure && (
        <ErrorNotice
          code={failure}
          title={texts.t('agent.notPutOffline', { name })}
          busy={sending}
          {...(failure === 'unavailable' && { onRetry: () => void send() })}
        />
      )}
      <div className="fd-actions">
        <Button type="submit" appearance="warning" isLoading={sending}>
          {texts.t('agent.putOffline')}
        </Button>
        <Button appearance="subtle" onClick={onCancel} isDisabled={sending}>
          {texts.t('agent.cancel')}
        </Button>
      </div>
    </form>
  );
}
