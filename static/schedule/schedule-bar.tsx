import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { MySchedule } from '../../src/contract/clock';
import type { Schedule } from '../../src/domain/clock/schedule';
import type { TextKey } from '../app/texts';
import { useTexts } from '../app/texts-context';
import type { Editing } from '../settings/form/use-draft';
import { ErrorNotice } from '../ui/error-notice';
import { Notice } from '../ui/notice';
import { OtherSchedule } from './other-schedule';
import { isProposal } from './schedule-draft';
import { partName, partWords } from './schedule-words';

export interface ScheduleBarProps {
  form: Editing<Schedule, MySchedule>;
  /** A gap that saving would open, in words; null: none. */
  gap: ReactNode;
  /** What is said after saving; null: nothing. */
  children: ReactNode;
  onSave(): void;
}

/** The end of the form: what there is to decide, what is not saved, and the buttons. */
export function ScheduleBar({ form, gap, children, onSave }: ScheduleBarProps) {
  const texts = useTexts();
  const { t } = texts;
  const { state, theirs, dirty, dispatch, hindrance } = form;
  const { saved, draft, saving, clashes, adopted, failure } = state;
  return (
    <div
      className={dirty || children !== null ? 'fd-save fd-save-dirty schedule-save' : 'fd-save schedule-save'}
    >
      {clashes.length > 0 && (
        <OtherSchedule
          clashes={clashes.map((part) => ({
            name: partName(texts, part),
            stored: partWords(texts, part, theirs, saved.projects),
            mine: partWords(texts, part, draft, saved.projects),
          }))}
          onUseStored={() => dispatch({ type: 'choose', side: 'theirs' })}
          onSaveMine={() => {
            dispatch({ type: 'choose', side: 'mine' });
            onSave();
          }}
        />
      )}
      {clashes.length === 0 && adopted.length > 0 && (
        <Notice tone="info" urgent>
          {t('schedule.adopted', { parts: texts.list(adopted.map((part) => partName(texts, part))) })}
        </Notice>
      )}
      {failure !== null && <ErrorNotice code={failure} title={t('schedule.notSaved')} />}
      {children}
      {gap}
      <div className="fd-save-bar">
        <p role="status">{t(statusOf())}</p>
        <div className="fd-actions">
          <Button
            appearance="primary"
            type="submit"
            isDisabled={!dirty || hindrance !== null}
            isLoading={saving}
          >
            {t(gap === null ? 'settings.save' : 'schedule.saveAnyway')}
          </Button>
          <Button
            appearance="subtle"
            isDisabled={!dirty || saving}
            onClick={() => dispatch({ type: 'discard' })}
          >
            {t('settings.discard')}
          </Button>
        </div>
      </div>
    </div>
  );

  function statusOf(): TextKey {
    if (saving) return 'settings.saving';
    if (!dirty) return saved.schedule === null ? 'schedule.noneYet' : 'settings.allSaved';
    if (hindrance !== null) return hindrance;
    if (isProposal(saved, draft)) return 'schedule.proposal';
    return draft.slots.length === 0 ? 'schedule.willRemove' : 'settings.unsaved';
  }
}
