import Button from '@atlaskit/button/new';
import type { ClosureRow, PlannedClosure } from '../../src/contract/clock';
import { agentName } from '../app/agent-name';
import { clockTime } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { closureStretches } from './closure-stretches';
import { closureTimes } from './closure-times';

/** Who planned it is told where that is known. */
export type ListedClosure = PlannedClosure & Partial<Pick<ClosureRow, 'by'>>;

export interface ClosureListProps {
  closures: readonly ListedClosure[];
  now: number;
  /** The one that is edited. */
  editedId: string | undefined;
  mayEdit: boolean;
  mayEnd: boolean;
  onEdit(row: PlannedClosure): void;
  onEnd(row: PlannedClosure): void;
}

/** Closures that run or are planned, those together that customers find as one. */
export function ClosureList({ closures, now, editedId, mayEdit, mayEnd, onEdit, onEnd }: ClosureListProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <ul className="closure-rows">
      {closureStretches(closures).map(({ rows, until }) => (
        <li key={rows[0]?.closureId}>
          {rows.length > 1 && (
            <p className="fd-help">{t('closure.together', { time: clockTime(until, now, texts) })}</p>
          )}
          <ul className={rows.length > 1 ? 'closure-united' : undefined}>
            {rows.map((row) => {
              const times = closureTimes(texts, row, now);
              const runs = Date.parse(row.from) <= now;
              return (
                <li
                  key={row.closureId}
                  className="closure-row"
                  aria-current={row.closureId === editedId ? 'true' : undefined}
                >
                  <div>
                    <p className="fd-setting-name">
                      {runs && <span className="fd-dot fd-dot-closed" aria-hidden="true" />}
                      {times}
                    </p>
                    {row.message !== '' && (
                      <p className="closure-message" dir="auto">
                        {row.message}
                      </p>
                    )}
                    {row.by && (
                      <p className="fd-help">{t('closure.by', { name: agentName(texts, row.by) })}</p>
                    )}
                  </div>
                  <div className="fd-actions">
                    <Button
                      spacing="compact"
                      aria-label={t('closure.editOne', { times })}
                      isDisabled={!mayEdit}
                      onClick={() => onEdit(row)}
                    >
                      {t('closure.edit')}
                    </Button>
                    <Button
                      spacing="compact"
                      appearance="subtle"
                      aria-label={t(runs ? 'closure.endOne' : 'closure.takeBackOne', { times })}
                      isDisabled={!mayEnd}
                      onClick={() => onEnd(row)}
                    >
                      {t(runs ? 'closure.end' : 'closure.takeBack')}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
