import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { Notice } from '../ui/notice';
import { useTexts } from '../app/texts-context';

export interface LastOnlineQuestionProps {
  /** Names of the projects in which nobody else is online. */
  projects: string[];
  onConfirm(): void;
  onCancel(): void;
}

/** Rule S11: told before, not after. Not a danger, so the answer that was asked for has the focus. */
export function LastOnlineQuestion({ projects, onConfirm, onCancel }: LastOnlineQuestionProps) {
  const texts = useTexts();
  const textId = useId();
  return (
    <div
      role="alertdialog"
      aria-label={texts.t('agent.goOffline')}
      aria-describedby={textId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Notice
        tone="warning"
        actions={
          <>
            <Button autoFocus appearance="warning" onClick={onConfirm}>
              {texts.t('agent.goOffline')}
            </Button>
            <Button appearance="subtle" onClick={onCancel}>
              {texts.t('agent.stayOnlineButton')}
            </Button>
          </>
        }
      >
        <p id={textId}>{texts.t('agent.lastOnline', { projects: texts.list(projects) })}</p>
      </Notice>
    </div>
  );
}
