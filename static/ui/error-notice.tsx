import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ErrorCode } from '../../src/domain/errors';
import { errorText } from '../app/error-text';
import { Notice } from './notice';
import { useTexts } from '../app/texts-context';

export interface ErrorNoticeProps {
  code: ErrorCode;
  /** What has not changed because of it, such as "You are still offline." */
  title?: string;
  /** What happened and what to do, where there is more to say than of every such code. */
  body?: string;
  /** Repeats the same wish, with the same operation id. The button waits for what it returns. */
  onRetry?: () => void | Promise<void>;
  busy?: boolean;
}

export function ErrorNotice({ code, title, body, onRetry, busy = false }: ErrorNoticeProps) {
  const texts = useTexts();
  const [retrying, setRetrying] = useState(false);
  async function retry(): Promise<void> {
    setRetrying(true);
    await onRetry?.();
    setRetrying(false);
  }
  return (
    <Notice
      tone="error"
      urgent
      title={title}
      actions={
        onRetry && (
          <Button onClick={() => void retry()} isDisabled={busy} isLoading={retrying} spacing="compact">
            {texts.t('error.tryAgain')}
          </Button>
        )
      }
    >
      {body ?? errorText(texts, code)}
    </Notice>
  );
}
