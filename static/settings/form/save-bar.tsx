import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { TextKey } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { ErrorNotice } from '../../ui/error-notice';
import { Notice } from '../../ui/notice';
import { OtherVersion } from './other-version';
import type { Editing } from './use-draft';
import { useUnsavedWarning } from '../../app/use-unsaved-warning';

export interface SaveBarProps<Draft, Stored> {
  form: Editing<Draft, Stored>;
  /** Why what was typed cannot be saved yet. */
  hindrance: TextKey | null;
  /** What a setting is called in a sentence. */
  nameOf(name: keyof Draft): string;
  /** What a setting is set to, in words. */
  valueOf(name: keyof Draft, draft: Draft): string;
  /** What there is to ask before saving. */
  children?: ReactNode;
  onSave(): void;
  onDiscard?(): void;
}

/** The end of a form: its submit button saves. Always there, so that nothing moves when the first character is typed. */
export function SaveBar<Draft, Stored>(props: SaveBarProps<Draft, Stored>) {
  const { form, hindrance, nameOf, valueOf, children, onSave, onDiscard } = props;
  const texts = useTexts();
  const { t } = texts;
  const { state, theirs, dirty, dispatch } = form;
  const { draft, saving, clashes, adopted, failure } = state;
  useUnsavedWarning(dirty);
  const status = saving ? 'settings.saving' : dirty ? 'settings.unsaved' : 'settings.allSaved';
  return (
    <div className={dirty ? 'fd-save fd-save-dirty' : 'fd-save'}>
      {clashes.length > 0 && (
        <OtherVersion
          clashes={clashes.map((name) => ({
            name: nameOf(name),
            theirs: valueOf(name, theirs),
            mine: valueOf(name, draft),
          }))}
          onUseTheirs={() => dispatch({ type: 'choose', side: 'theirs' })}
          onSaveMine={() => {
            dispatch({ type: 'choose', side: 'mine' });
            onSave();
          }}
        />
      )}
      {clashes.length === 0 && adopted.length > 0 && (
        <Notice tone="info">
          {t(dirty ? 'settings.adoptedUnsaved' : 'settings.adopted', {
            settings: texts.list(adopted.map(nameOf)),
          })}
        </Notice>
      )}
      {children}
      {failure !== null && <ErrorNotice code={failure} title={t('settings.notSaved')} />}
      <div className="fd-save-bar">
        <p role="status">{t(hindrance !== null && dirty ? hindrance : status)}</p>
        <div className="fd-actions">
          <Button
            appearance="primary"
            type="submit"
            isDisabled={!dirty || hindrance !== null}
            isLoading={saving}
          >
            {t('settings.save')}
          </Button>
          <Button
            appearance="subtle"
            isDisabled={!dirty || saving}
            onClick={() => {
              onDiscard?.();
              dispatch({ type: 'discard' });
            }}
          >
            {t('settings.discard')}
          </Button>
        </div>
      </div>
    </div>
  );
}
