import Button from '@atlaskit/button/new';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { REPLY_VARIABLES } from '../../../../src/domain/saved-reply';
import { useTexts } from '../../../app/texts-context';

export interface VariableButtonsProps {
  fieldRef: RefObject<HTMLTextAreaElement>;
  text: string;
  onText(text: string): void;
}

/** Puts a variable where the cursor is. */
export function VariableButtons({ fieldRef, text, onText }: VariableButtonsProps) {
  const { t } = useTexts();
  const selection = useRef<[from: number, to: number] | null>(null);
  useLayoutEffect(() => {
    if (!selection.current) return;
    fieldRef.current?.focus();
    fieldRef.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [text, fieldRef]);

  /** `marked`: the part of it that is to be typed over. */
  function insert(gap: string, marked = ''): void {
    const { selectionStart: from = text.length, selectionEnd: to = from } = fieldRef.current ?? {};
    const start = from + gap.length - (marked === '' ? 0 : marked.length + 1);
    selection.current = [start, start + marked.length];
    onText(text.slice(0, from) + gap + text.slice(to));
  }

  const words = t('saved.blankWords');
  return (
    <div className="fd-actions" role="group" aria-label={t('saved.insert')}>
      <span className="fd-small fd-subtle" aria-hidden="true">
        {t('saved.insert')}
      </span>
      {REPLY_VARIABLES.map((variable) => (
        <Button key={variable} spacing="compact" onClick={() => insert(`{${variable}}`)}>
          {t(`saved.${variable}`)}
        </Button>
      ))}
      <Button spacing="compact" onClick={() => insert(`{?${words}}`, words)}>
        {t('saved.blank')}
      </Button>
    </div>
  );
}
