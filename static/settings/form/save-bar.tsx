import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { useUnsavedWarning } from './use-unsaved-warning';
import { useTexts } from '../../app/texts-context';

export interface SaveBarProps {
  dirty: boolean;
  saving: boolean;
  /** Why what was typed cannot be saved yet. */
  hindrance: string | null;
  /** What there is to say or to ask about saving. */
  children?: ReactNode;
  onDiscard(): void;
}

/** The end of a form: its submit button saves. Always there, so that nothing moves when the first character is typed. */
export function SaveBar({ dirty, saving, hindrance, children, onDiscard }: SaveBarProps) {
  const { t } = useTexts();
  useUnsavedWarning(dirty);
  const status = saving ? 'settings.saving' : dirty ? 'settings.unsaved' : 'settings.allSaved';
  return (
    <div className={dirty ? 'fd-save fd-save-dirty' : 'fd-save'}>
      {children}
      <div className="fd-save-bar">
        <p role="status">{hindrance !== null && dirty ? hindrance : t(status)}</p>
        <div className="fd-actions">
          <Button
            appearance="primary"
            type="submit"
            isDisabled={!dirty || hindrance !== null}
            isLoading={saving}
          >
            {t('settings.save')}
          </Button>
          <Button appearance="subtle" isDisabled={!dirty || saving} onClick={onDiscard}>
            {t('settings.discard')}
          </Button>
        </div>
      </div>
    </div>
  );
}
