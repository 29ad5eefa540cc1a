import Button from '@atlaskit/button/new';
import type { MySchedule as MyScheduleValue } from '../../../src/contract/clock';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import type { Loaded } from '../../app/use-loaded';
import { momentWords } from '../../schedule/moment-words';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';

const TO_TEXTS = {
  online: 'schedule.toOnline',
  expected: 'schedule.toExpected',
  offline: 'schedule.toOffline',
} as const;

export interface MyScheduleProps {
  schedule: Loaded<'getMySchedule'>;
  now: number;
  /** The viewer's, in Jira. */
  zone: string;
  onEdit(): void;
}

/** How much of the week my schedule covers, and the next change that it makes (rule H1). */
export function MySchedule({ schedule, now, zone, onEdit }: MyScheduleProps) {
  const texts = useTexts();
  const { t } = texts;
  const { value, failure, load } = schedule;
  return (
    <section className="fd-card" aria-labelledby="my-schedule">
      <h2 id="my-schedule">{t('schedule.title')}</h2>
      {value ? (
        <>
          <Summary {...{ value, now, zone }} />
          <div className="fd-actions">
            <Button onClick={onEdit}>{t(value.schedule ? 'schedule.edit' : 'schedule.setUp')}</Button>
          </div>
        </>
      ) : failure === null ? (
        <Loading text={t('schedule.loading')} />
      ) : failure === 'not-allowed' ? (
        <p className="fd-subtle">{t('schedule.notAgentBody')}</p>
      ) : (
        <ErrorNotice code={failure} onRetry={load} />
      )}
    </section>
  );
}

function Summary({ value, now, zone }: { value: MyScheduleValue; now: number; zone: string }) {
  const texts = useTexts();
  const { t } = texts;
  const { schedule, transitions } = value;
  if (!schedule) return <p className="fd-subtle">{t('schedule.noneYet')}</p>;
  const [next] = transitions;
  const style = { locale: texts.locale, timeZone: zone };
  return (
    <div>
      <p>{t('mine.hoursAWeek', { hours: hoursOf(texts, schedule.slots), zone: schedule.zone })}</p>
      <p className="fd-subtle">
        {next
          ? `${t(TO_TEXTS[next.to])} (${momentWords(Date.parse(next.at), now, style)})`
          : t(schedule.slots.length === 0 ? 'schedule.noChangesEmpty' : 'schedule.noChanges')}
      </p>
    </div>
  );
}

type Slots = NonNullable<MyScheduleValue['schedule']>['slots'];

/** By the wall clock: in most weeks it is that. */
function hoursOf({ locale }: Texts, slots: Slots): string {
  const minutes = slots.reduce((sum, { from, to }) => {
    const length = minuteOf(to) - minuteOf(from);
    return sum + (length > 0 ? length : length + 24 * 60);
  }, 0);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(minutes / 60);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
