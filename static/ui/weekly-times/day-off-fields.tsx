import CrossIcon from '@atlaskit/icon/core/cross';
import { FIRST_YEAR, LAST_YEAR } from '../../../src/domain/clock/clock-limits';
import type { DayOff } from '../../../src/domain/clock/schedule';
import { useTexts } from '../../app/texts-context';
import { dateWords } from './time-words';

const BOUNDS = { min: `${String(FIRST_YEAR)}-01-01`, max: `${String(LAST_YEAR)}-12-31` };

export interface DayOffFieldsProps {
  /** Of its fields: `…-from`, `…-to`, `…-name`. */
  id: string;
  day: DayOff;
  /** Which one it is, from 1: what it is called as long as it has no name. */
  number: number;
  problem: string | null;
  onChange(day: DayOff): void;
  onRemove(): void;
}

/** One day off, or several in a row. */
export function DayOffFields({ id, day, number, problem, onChange, onRemove }: DayOffFieldsProps) {
  const texts = useTexts();
  const { t } = texts;
  const { from, to, name = '' } = day;
  const said = name === '' ? (from === '' ? String(number) : dateWords(from, texts)) : name;
  const remove = t('times.removeDay', { name: said });
  const wrong = {
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
  };
  return (
    <li className="times-day-off">
      <div role="group" aria-label={said} className="times-day-off-fields">
        <input
          {...wrong}
          {...BOUNDS}
          id={`${id}-from`}
          type="date"
          className="fd-field"
          aria-label={t('times.firstDay')}
          value={from}
          onChange={(event) => {
            const first = event.currentTarget.value;
            // One day stays one day; several don't end before they begin.
            onChange({ ...day, from: first, to: to === from || to < first ? first : to });
          }}
        />
        <span aria-hidden="true">–</span>
        <input
          {...wrong}
          {...BOUNDS}
          id={`${id}-to`}
          type="date"
          className="fd-field"
          aria-label={t('times.lastDay')}
          value={to}
          onChange={(event) => onChange({ ...day, to: event.currentTarget.value })}
        />
        <input
          {...wrong}
          id={`${id}-name`}
          type="text"
          className="fd-field times-day-off-name"
          aria-label={t('times.dayName')}
          placeholder={t('times.dayName')}
          value={name}
          onChange={(event) => {
            const { name: _former, ...dates } = day;
            const typed = event.currentTarget.value;
            onChange(typed === '' ? dates : { ...dates, name: typed });
          }}
        />
        <button
          type="button"
          className="fd-icon-button times-small"
          aria-label={remove}
          title={remove}
          onClick={onRemove}
        >
          <CrossIcon label="" size="small" />
        </button>
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} className="fd-small fd-problem">
          {problem}
        </p>
      )}
    </li>
  );
}
