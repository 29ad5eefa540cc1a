import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';

export interface ConfirmQuestionProps {
  title: string;
  body: string;
  confirm: string;
  cancel: string;
  busy?: boolean;
  onConfirm(): void;
  onCancel(): void;
}

/**
 * Asks before something that cannot be taken back, right where it was asked for: a frame in Jira may be taller than
 * the window, and a dialog in its middle may be out of sight.
 */
export function ConfirmQuestion(props: ConfirmQuestionProps) {
  const { title, body, confirm, cancel, busy = false, onConfirm, onCancel } = props;
  const id = useId();
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <div
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      className="fd-question"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || busy) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      <p id={`${id}-body`}>{body}</p>
      <div className="fd-actions">
        <Button appearance="danger" onClick={onConfirm} isLoading={busy}>
          {confirm}
        </Button>
        <Button ref={safe} appearance="subtle" onClick={onCancel} isDisabled={busy}>
          {cancel}
        </Button>
      </div>
    </div>
  );
}
