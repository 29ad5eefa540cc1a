import Button from '@atlaskit/button/new';
import type { PlannedClosure } from '../../src/contract/clock';
import { useTexts } from '../app/texts-context';
import { Notice } from '../ui/notice';
import { closureTimes } from './closure-times';

export interface ChangedClosureProps {
  /** Null: it has ended. */
  theirs: PlannedClosure | null;
  now: number;
  onUseTheirs(theirs: PlannedClosure): void;
  onKeepMine(theirs: PlannedClosure): void;
}

/** Somebody else changed or ended the closure that is edited. */
export function ChangedClosure({ theirs, now, onUseTheirs, onKeepMine }: ChangedClosureProps) {
  const texts = useTexts();
  const { t } = texts;
  if (!theirs) return <Notice tone="warning" urgent title={t('closure.hasEnded')} />;
  return (
    <Notice
      tone="warning"
      urgent
      title={t('closure.conflictTitle')}
      actions={
        <>
          <Button onClick={() => onUseTheirs(theirs)}>{t('settings.useTheirs')}</Button>
          <Button onClick={() => onKeepMine(theirs)}>{t('closure.keepMine')}</Button>
        </>
      }
    >
      <p>{closureTimes(texts, theirs, now)}</p>
      <p className="closure-message" dir="auto">
        {theirs.message}
      </p>
    </Notice>
  );
}
