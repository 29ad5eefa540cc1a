import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { Coverage } from '../../src/contract/clock';
import { dateFormat } from '../app/date-format';
import type { TextKey } from '../app/texts';
import { highestCount, type CoverageDay, type Piece } from './coverage-days';
import { dayName, dayWords, shownWord, timesOf, whoWords, type Wording } from './coverage-words';

export interface CoveragePictureProps {
  days: CoverageDay[];
  wording: Wording;
  facts: Coverage;
}

/** Hours that are named above the days. */
const HOURS = [0, 6, 12, 18, 24];

/** The lowest bar, so that one of many is still seen. Percent. */
const LOWEST = 25;

/** A row a day. The lines are for the eye; each row says in words what they show. */
export function CoveragePicture({ days, wording, facts }: CoveragePictureProps) {
  const most = highestCount(facts);
  const startsAt = Date.parse(facts.from);
  return (
    <div className="coverage-picture">
      <HourScale wording={wording} />
      <ul className="coverage-days">
        {days.map((each) => (
          <DayRow
            key={each.day.from}
            day={each}
            wording={wording}
            most={most}
            now={each.day.from <= startsAt && startsAt < each.day.to ? startsAt : null}
          />
        ))}
      </ul>
      <Legend wording={wording} />
    </div>
  );
}

function HourScale({ wording: { texts } }: { wording: Wording }) {
  const format = dateFormat(texts.locale, { hour: 'numeric', timeZone: 'UTC' });
  return (
    <div className="coverage-scale fd-small fd-subtle" aria-hidden="true">
      {HOURS.map((hour) => (
        <span key={hour} style={{ insetInlineStart: percent(hour / 24) }}>
          {format.format(Date.UTC(1970, 0, 1, hour))}
        </span>
      ))}
    </div>
  );
}

interface DayRowProps {
  day: CoverageDay;
  wording: Wording;
  most: number;
  now: number | null;
}

function DayRow({ day: each, wording, most, now }: DayRowProps) {
  const { text, tone } = dayWords(wording, each);
  const { change, placeOf, from } = each.day;
  return (
    <li className="coverage-day">
      <span className="coverage-day-name">{dayName(wording, from)}</span>
      <div className="coverage-line" aria-hidden="true">
        {each.pieces.map((piece) => (
          <PieceMark key={piece.from} piece={piece} wording={wording} most={most} />
        ))}
        {now !== null && (
          <span className="coverage-now" style={{ insetInlineStart: percent(placeOf(now)) }} />
        )}
      </div>
      <span className={`coverage-day-words coverage-day-${tone}`}>
        {tone === 'gap' && <WarningIcon label="" color="var(--ds-icon-danger)" />}
        <span>
          {text}
          {change !== null && <span className="coverage-change">{wording.texts.t(CHANGES[change])}</span>}
        </span>
      </span>
    </li>
  );
}

const CHANGES: Record<'forward' | 'back', TextKey> = {
  forward: 'coverage.clocksForward',
  back: 'coverage.clocksBack',
};

function PieceMark({ piece, wording, most }: { piece: Piece; wording: Wording; most: number }) {
  const { span, start, end, isGap } = piece;
  const { count, toConfirmCount, shown } = span;
  const certain = count - toConfirmCount;
  const who = whoWords(wording, span);
  const title = [`${timesOf(wording, piece)}: ${shownWord(wording, span)}`, who].filter(Boolean).join(' · ');
  const height = (part: number): string =>
    percent((part / count) * Math.max(LOWEST / 100, Math.min(1, count / most)));
  return (
    <span
      className={`coverage-piece coverage-${isGap ? 'gap' : shown}`}
      style={{ insetInlineStart: percent(start), width: percent(end - start) }}
      title={title}
    >
      {certain > 0 && <span className="coverage-people" style={{ height: height(certain) }} />}
      {toConfirmCount > 0 && (
        <span
          className="coverage-people coverage-people-asked"
          style={{ height: height(toConfirmCount), bottom: certain > 0 ? height(certain) : 0 }}
        />
      )}
      {isGap && <span className="coverage-sign">!</span>}
      {shown === 'closed' && <span className="coverage-sign">–</span>}
    </span>
  );
}

/** What the marks mean. */
function Legend({ wording: { texts } }: { wording: Wording }) {
  const { t } = texts;
  const marks: { look: string; key: TextKey; isBar?: true; isAsked?: true; sign?: string }[] = [
    { look: 'offline-plain', key: 'coverage.legendSeen' },
    { look: 'offline-plain', key: 'coverage.legendPeople', isBar: true },
    { look: 'offline-plain', key: 'coverage.legendConfirm', isBar: true, isAsked: true },
    { look: 'gap', key: 'coverage.legendGap', sign: '!' },
    { look: 'closed', key: 'coverage.legendClosed', sign: '–' },
    { look: 'hidden', key: 'coverage.legendHidden' },
  ];
  return (
    <ul className="coverage-legend fd-small fd-subtle" aria-label={t('coverage.legend')}>
      {marks.map(({ look, key, isBar, isAsked, sign }) => (
        <li key={key}>
          <span className={`coverage-piece coverage-${look}`} aria-hidden="true">
            {isBar && (
              <span
                className={isAsked ? 'coverage-people coverage-people-asked' : 'coverage-people'}
                style={{ height: '67%' }}
              />
            )}
            {sign !== undefined && <span className="coverage-sign">{sign}</span>}
          </span>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}

const percent = (part: number): string => `${String(Math.round(part * 10_000) / 100)}%`;
