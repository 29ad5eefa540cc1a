import { useId, useState } from 'react';
import { isZone } from '../../src/domain/is-zone';
import { HORIZON_MS } from '../../src/domain/limits';
import { useTexts } from '../app/texts-context';
import { SegmentedChoice } from '../ui/segmented-choice';

export interface WhyQuestion {
  /** ISO; absent: now. */
  at?: string;
  visitorZone: string;
}

/** There is one of them on a page. */
const ZONES_ID = 'why-zones';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A moment within two weeks, and where the customer is. What can't be asked about is said at its field, and isn't asked. */
export function WhyControls({ now, onAsk }: { now: number; onAsk(question: WhyQuestion): void }) {
  const { t } = useTexts();
  const id = useId();
  const [mine] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [moment, setMoment] = useState<'now' | 'later'>('now');
  const [picked, setPicked] = useState('');
  const [zone, setZone] = useState(mine);
  /** There are some hundreds: offered to who comes to choose one. */
  const [offersZones, setOffersZones] = useState(false);

  function change(next: { moment?: 'now' | 'later'; picked?: string; zone?: string }): void {
    const all = { moment, picked, zone, ...next };
    setMoment(all.moment);
    setPicked(all.picked);
    setZone(all.zone);
    const visitorZone = zoneOf(all.zone);
    if (visitorZone === null) return;
    if (all.moment === 'now') onAsk({ visitorZone });
    else if (isWithin(all.picked, now)) onAsk({ at: new Date(all.picked).toISOString(), visitorZone });
  }

  const zoneProblem = zoneOf(zone) === null;
  const timeProblem = moment === 'later' && !isWithin(picked, now);
  return (
    <div className="why-controls">
      <div className="why-moment">
        <SegmentedChoice
          legend={t('why.moment')}
          value={moment}
          choices={[
            { value: 'now', label: t('why.now') },
            { value: 'later', label: t('why.later') },
          ]}
          onChange={(value) =>
            change({ moment: value, ...(picked === '' && { picked: localTime(nextHour(now)) }) })
          }
        />
        {moment === 'later' && (
          <div className="fd-setting">
            <label className="fd-hidden" htmlFor={`${id}-time`}>
              {t('why.time')}
            </label>
            <input
              id={`${id}-time`}
              type="datetime-local"
              className="fd-field"
              value={picked}
              min={localTime(now)}
              max={localTime(now + HORIZON_MS - MINUTE)}
              aria-invalid={timeProblem}
              aria-describedby={timeProblem ? `${id}-time-problem` : undefined}
              onChange={({ currentTarget }) => change({ picked: currentTarget.value })}
            />
            {timeProblem && (
              <p className="fd-small fd-problem" id={`${id}-time-problem`}>
                {t('why.timeProblem')}
              </p>
            )}
          </div>
        )}
      </div>
      <div className="fd-setting">
        <label className="fd-label" htmlFor={`${id}-zone`}>
          {t('why.visitorZone')}
        </label>
        <input
          id={`${id}-zone`}
          className="fd-field"
          list={ZONES_ID}
          autoComplete="off"
          spellCheck={false}
          value={zone}
          aria-invalid={zoneProblem}
          aria-describedby={zoneProblem ? `${id}-zone-problem` : undefined}
          onFocus={() => setOffersZones(true)}
          onChange={({ currentTarget }) => change({ zone: currentTarget.value })}
        />
        <datalist id={ZONES_ID}>
          {offersZones &&
            [...new Set([mine, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((each) => (
              <option key={each} value={each} />
            ))}
        </datalist>
        {zoneProblem && (
          <p className="fd-small fd-problem" id={`${id}-zone-problem`}>
            {t('why.zoneProblem')}
          </p>
        )}
      </div>
    </div>
  );
}

/** As typed, with the letters that zones have; null: there is none of that name. */
const zoneOf = (typed: string): string | null => {
  const name = typed.trim();
  return name.length <= ZONE_LENGTH && /\p{L}/u.test(name) && isZone(name) ? name : null;
};

/** The server takes no longer names of zones. */
const ZONE_LENGTH = 64;

/** The server's moments: from now on, as far ahead as anything is known. A minute that runs is still now. */
function isWithin(local: string, now: number): boolean {
  const at = new Date(local).getTime();
  return at >= now - MINUTE && at < now + HORIZON_MS;
}

const nextHour = (now: number): number => Math.ceil(now / HOUR) * HOUR;

/** As a field for dates and times writes it, in the browser's zone. */
function localTime(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
