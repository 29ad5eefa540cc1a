import Button from '@atlaskit/button/new';
import { Notice } from '../shared/notice';
import { useTexts } from '../shared/texts-context';

export interface LastOnlineQuestionProps {
  /** Names of the projects in which nobody else is online. */
  projects: string[];
  onConfirm(): void;
  onCancel(): void;
}

/** Rule S11: told before, not after. */
export function LastOnlineQuestion({ projects, onConfirm, onCancel }: LastOnlineQuestionProps) {
  const texts = useTexts();
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.nativeEvent.preventDefault();
        onCancel();
      }}
    >
      <Notice
        tone="warning"
        urgent
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
        {texts.t('agent.lastOnline', { projects: texts.list(projects) })}
      </Notice>
    </div>
  );
}
