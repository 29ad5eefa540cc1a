import type { ClosureRow } from '../../../../src/contract/clock';
import type { Shown } from '../../../../src/domain/clock/shown';
import { rowOf, shownTable, type ShownRow } from '../../../../src/domain/clock/shown-table';
import type { ProjectSettings } from '../../../../src/domain/settings';
import { closedRead } from '../../../app/customers-read';
import type { ServerClock } from '../../../app/server-clock';
import type { TextKey } from '../../../app/texts';
import { useTexts } from '../../../app/texts-context';
import { useNow } from '../../../app/use-now';
import { runningStretch } from '../../../closures/closure-stretches';
import { useOpenNow } from './use-open-now';

export interface ShownTableViewProps {
  /** As they are edited. */
  settings: Pick<ProjectSettings, 'hideWhenOffline' | 'hours'>;
  closures: readonly ClosureRow[];
  someoneOnline: boolean;
  clock: ServerClock;
}

const MARKS: Record<Shown, string> = {
  online: 'fd-dot fd-dot-online',
  offline: 'fd-dot',
  closed: 'fd-dot fd-dot-closed',
  hidden: 'shown-nothing',
};

/** What customers see with these settings, in every case; the present one is marked (rules C6, H3, H4). */
export function ShownTableView({ settings, closures, someoneOnline, clock }: ShownTableViewProps) {
  const texts = useTexts();
  const { t } = texts;
  const { mode } = settings.hours;
  const { open, changesAt } = useOpenNow(settings.hours, clock.now());
  const now = useNow(clock, changesAt);
  const running = runningStretch(closures, now);
  const closed = running !== null;
  /** In which rows customers are now: one of two where it is their own time that counts. */
  const present = {
    always: [rowOf({ inHours: true, closed })],
    project: open === null ? [] : [rowOf({ inHours: open, closed })],
    customer: [rowOf({ inHours: true, closed }), rowOf({ inHours: false, closed })],
  }[mode];
  const titles: Record<ShownRow['when'], TextKey> = {
    open: mode === 'always' ? 'settings.tableNotClosed' : 'settings.tableInHours',
    closed: 'settings.tableClosed',
    outside: 'settings.tableOutside',
  };
  const words = (shown: Shown): string => {
    if (shown === 'closed') return running ? closedRead(texts, running.until, now) : t('settings.seeClosed');
    if (shown === 'hidden') return t('settings.seeNothing');
    return t(shown === 'online' ? 'widget.stateOnline' : 'widget.stateOffline');
  };
  const cell = (row: ShownRow, online: boolean) => {
    const shown = online ? row.online : row.nobody;
    const isPresent = online === someoneOnline && present.includes(row.when);
    return (
      <td aria-current={isPresent ? 'true' : undefined}>
        <span className="shown-cell">
          <span className={MARKS[shown]} aria-hidden="true" />
          <span>{words(shown)}</span>
          {isPresent && (
            <strong className="shown-now">
              {t(mode === 'customer' ? 'settings.tableMaybe' : 'settings.tableNow')}
            </strong>
          )}
        </span>
      </td>
    );
  };
  return (
    <div className="shown-table">
      <table>
        <caption>{t('settings.tableTitle')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('settings.tableSomeone')}</th>
            <th scope="col">{t('settings.tableNobody')}</th>
          </tr>
        </thead>
        <tbody>
          {shownTable(settings).map((row) => (
            <tr key={row.when} data-present={present.includes(row.when)}>
              <th scope="row">{t(titles[row.when])}</th>
              {cell(row, true)}
              {cell(row, false)}
            </tr>
          ))}
        </tbody>
      </table>
      {mode === 'customer' && <p className="fd-help">{t('settings.tableCustomer')}</p>}
    </div>
  );
}
