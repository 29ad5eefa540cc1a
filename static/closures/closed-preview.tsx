import { closedRead } from '../app/customers-read';
import { useTexts } from '../app/texts-context';

export interface ClosedPreviewProps {
  /** Epoch ms. */
  until: number;
  /** It ends with another closure, which it runs into. */
  isUnited: boolean;
  message: string;
  /** The moment at which it begins, or else now: what day it ends on is said from there. */
  at: number;
}

/** What customers read of a closure. */
export function ClosedPreview({ until, isUnited, message, at }: ClosedPreviewProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <div className="closure-preview">
      <p className="fd-label">{t('closure.customersRead')}</p>
      <p className="closure-state">
        <span className="fd-dot fd-dot-closed" aria-hidden="true" />
        {closedRead(texts, until, at)}
      </p>
      {message !== '' && (
        <p className="closure-message" dir="auto">
          {message}
        </p>
      )}
      <p className="fd-help">{t(isUnited ? 'closure.runsInto' : 'closure.theirTime')}</p>
    </div>
  );
}
