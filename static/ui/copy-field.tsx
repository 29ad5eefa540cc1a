import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts-context';

/** How long "Copied" is shown. */
const SHOWN_MS = 4_000;

export interface CopyFieldProps {
  id: string;
  label: string;
  text: string;
  /** Lines to be seen at once. */
  rows?: number;
  /** Further buttons beside "Copy". */
  children?: ReactNode;
}

/** A text to be taken along. Where the browser refuses the clipboard, the text is marked for copying by hand. */
export function CopyField({ id, label, text, rows = 2, children }: CopyFieldProps) {
  const { t } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'marked' | null>(null);

  useEffect(() => setOutcome(null), [text]);
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      field.current?.focus();
      field.current?.select();
      setOutcome('marked');
    }
  }

  return (
    <div className="fd-setting">
      <label className="fd-label" htmlFor={id}>
        {label}
      </label>
      <textarea id={id} ref={field} className="fd-field fd-code" readOnly rows={rows} value={text} />
      <div className="fd-actions">
        <Button spacing="compact" onClick={() => void copy()}>
          {t('settings.copy')}
        </Button>
        {children}
        <span role="status" className="fd-small">
          {outcome === 'copied' && t('settings.copied')}
          {outcome === 'marked' && t('settings.copyByHand')}
        </span>
      </div>
    </div>
  );
}
