import Button from '@atlaskit/button/new';
import { isZone } from '../../src/domain/is-zone';
import type { MySchedule } from '../../src/contract/clock';
import { dateFormat } from '../app/date-format';
import { dayNumber } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { isInWeekOf } from './clock-changes';
import { momentWords } from './moment-words';
import type { Preview } from './use-preview';
import { otherZones } from './other-zones';

export interface NextChangesProps {
  preview: Preview;
  now: number;
  zone: string;
  projects: MySchedule['projects'];
  /** When clocks change, epoch ms; null: not soon. */
  clockChange: number | null;
  hasProblems: boolean;
  /** No hours at all. */
  isEmpty: boolean;
}

/** The next real changes of the own status, in the own time, that of the spaces' hours, and UTC. */
export function NextChanges({
  preview,
  now,
  zone,
  projects,
  clockChange,
  hasProblems,
  isEmpty,
}: NextChangesProps) {
  const texts = useTexts();
  const { t } = texts;
  const { transitions, state, retry } = preview;
  if (!isZone(zone)) return null;
  const others = otherZones(projects, zone);
  return (
    <section
      className="schedule-card"
      aria-labelledby="schedule-next"
      aria-busy={state === 'old' && !hasProblems}
    >
      <h3 id="schedule-next">{t('schedule.nextChanges')}</h3>
      <p className="fd-help">{t('schedule.timesIn', { zone })}</p>
      {hasProblems && <p className="fd-help">{t('schedule.nextWhenCorrected')}</p>}
      {state === 'failed' && !hasProblems && (
        <p className="fd-help">
          {t('schedule.nextUnknown')}{' '}
          <Button spacing="compact" onClick={retry}>
            {t('error.tryAgain')}
          </Button>
        </p>
      )}
      {transitions.length === 0 && !hasProblems && state === 'current' && (
        <p>{t(isEmpty ? 'schedule.noChangesEmpty' : 'schedule.noChanges')}</p>
      )}
      <ol className="schedule-changes">
        {(hasProblems ? [] : transitions).map(({ at, to }, index) => {
          const moment = Date.parse(at);
          const isUnanswered = to === 'offline' && transitions[index - 1]?.to === 'expected';
          return (
            <li key={at}>
              <strong>{momentWords(moment, now, { locale: texts.locale, timeZone: zone })}</strong>
              <span className="schedule-change-to">
                <span className={`schedule-mark schedule-mark-${to}`} aria-hidden="true" />
                {t(isUnanswered ? 'schedule.toUnanswered' : TO_TEXTS[to])}
              </span>
              {others.map((other) => (
                <span key={other.zone} className="fd-small fd-subtle">
                  {otherName(texts, other)} {timeThere(texts, moment, other.zone, zone)}
                </span>
              ))}
              {clockChange !== null && isInWeekOf(zone, moment, clockChange) && (
                <span className="fd-small schedule-change-week">{t('schedule.clockChangeWeek')}</span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const TO_TEXTS = {
  online: 'schedule.toOnline',
  expected: 'schedule.toExpected',
  offline: 'schedule.toOffline',
} as const;

const otherName = (texts: Texts, { zone, names }: { zone: string; names: string[] }): string =>
  names.length === 0 ? zone : texts.t('schedule.zoneOf', { projects: texts.list(names), zone });

/** The time there, with its day where that is another one. */
function timeThere({ locale }: Texts, at: number, timeZone: string, own: string): string {
  const isOtherDay = dayNumber(at, timeZone) !== dayNumber(at, own);
  return dateFormat(locale, {
    ...(isOtherDay && { weekday: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(at);
}
