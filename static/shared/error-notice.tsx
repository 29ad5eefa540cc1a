import Button from '@atlaskit/button/new';
import type { ErrorCode } from '../../src/domain/errors';
import { errorText } from './error-text';
import { Notice } from './notice';
import { useTexts } from './texts-context';

export interface ErrorNoticeProps {
  code: ErrorCode;
  /** What has not changed because of it, such as "You are still offline." */
  title?: string;
  /** Repeats the same wish, with the same operation id. */
  onRetry?: () => void;
  busy?: boolean;
}

export function ErrorNotice({ code, title, onRetry, busy = false }: ErrorNoticeProps) {
  const texts = useTexts();
  return (
    <Notice
      tone="error"
      urgent
      title={title}
      actions={
        onRetry && (
          <Button onClick={onRetry} isDisabled={busy} spacing="compact">
            {texts.t('error.tryAgain')}
          </Button>
        )
      }
    >
      {errorText(texts, code)}
    </Notice>
  );
}
