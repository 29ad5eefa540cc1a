import Button from '@atlaskit/button/new';
import { useTexts } from '../app/texts-context';
import { Notice } from '../ui/notice';

export interface OtherScheduleProps {
  /** What both windows changed, in words. */
  clashes: readonly { name: string; stored: string; mine: string }[];
  onSaveMine(): void;
  onUseStored(): void;
}

/** Saved in another window meanwhile: both versions of what differs, and a choice. What was typed here stays until then. */
export function OtherSchedule({ clashes, onSaveMine, onUseStored }: OtherScheduleProps) {
  const { t } = useTexts();
  return (
    <Notice
      tone="warning"
      urgent
      title={t('schedule.conflictTitle')}
      actions={
        <>
          <Button onClick={onUseStored}>{t('schedule.useStored')}</Button>
          <Button onClick={onSaveMine}>{t('schedule.saveMine')}</Button>
        </>
      }
    >
      <p>{t('schedule.conflictBody')}</p>
      <table className="schedule-versions">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('schedule.stored')}</th>
            <th scope="col">{t('schedule.typedHere')}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map(({ name, stored, mine }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{stored}</td>
              <td>{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
