import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { CoverageDay, Piece } from './coverage-days';
import { dayName, shownWord, timesOf, whoWords, type Wording } from './coverage-words';

/** The facts of the picture, to be read line by line. */
export function CoverageTable({ days, wording }: { days: CoverageDay[]; wording: Wording }) {
  const { t } = wording.texts;
  return (
    <table className="coverage-table" aria-label={t('coverage.title')}>
      <thead>
        <tr>
          <th scope="col">{t('coverage.columnDay')}</th>
          <th scope="col">{t('coverage.columnTimes')}</th>
          <th scope="col">{t('coverage.columnSee')}</th>
          <th scope="col">{t('coverage.columnWho')}</th>
        </tr>
      </thead>
      {days.map(({ day, pieces }) => (
        <tbody key={day.from}>
          {pieces.map((piece, index) => (
            <tr key={piece.from}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={pieces.length}>
                  {dayName(wording, day.from)}
                  {day.change !== null && (
                    <span className="coverage-change">
                      {t(day.change === 'back' ? 'coverage.clocksBack' : 'coverage.clocksForward')}
                    </span>
                  )}
                </th>
              )}
              <PieceCells piece={piece} wording={wording} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function PieceCells({ piece, wording }: { piece: Piece; wording: Wording }) {
  const { t } = wording.texts;
  const { span, isGap } = piece;
  const who = whoWords(wording, span);
  return (
    <>
      <td className="coverage-table-times">{timesOf(wording, piece)}</td>
      <td>
        {isGap ? (
          <span className="coverage-table-gap coverage-day-gap">
            <WarningIcon label="" color="var(--ds-icon-danger)" />
            {t('coverage.gap')}
          </span>
        ) : (
          shownWord(wording, span)
        )}
      </td>
      <td>{who === '' ? t('coverage.noOne') : who}</td>
    </>
  );
}
