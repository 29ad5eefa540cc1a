import { memo } from 'react';
import { isZone } from '../../../src/domain/is-zone';
import { dateFormat } from '../../app/date-format';
import { useTexts } from '../../app/texts-context';
import { knownZones, zoneNamed } from './known-zones';

export interface ZoneFieldProps {
  idPrefix: string;
  zone: string;
  /** Offered first. */
  zones: readonly string[];
  /** Of the server, epoch ms: what the clocks show there. */
  now: number;
  problem: string | null;
  onChange(zone: string): void;
}

/** A time zone by its name, or by its city alone. */
export function ZoneField({ idPrefix, zone, zones, now, problem, onChange }: ZoneFieldProps) {
  const { t, locale } = useTexts();
  const id = `${idPrefix}-zone`;
  const clock = (timeZone: string): string =>
    dateFormat(locale, {
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    }).format(now);
  const others = zones.filter((each) => each !== zone && isZone(each));
  return (
    <div className="fd-setting">
      <label className="fd-setting-name" htmlFor={id}>
        {t('times.zone')}
      </label>
      <div className="fd-actions">
        <input
          id={id}
          type="text"
          list={`${id}-known`}
          className="fd-field times-zone"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          value={zone}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={() => {
            const named = zoneNamed(zone);
            if (named !== zone) onChange(named);
          }}
        />
        <datalist id={`${id}-known`}>
          <ZoneOptions first={zones.join(' ')} />
        </datalist>
        {others.map((each) => (
          <button key={each} type="button" className="fd-link" onClick={() => onChange(each)}>
            {t('times.useZone', { zone: each })}
          </button>
        ))}
      </div>
      <p id={`${id}-help`} className={problem === null ? 'fd-help' : 'fd-small fd-problem'}>
        {problem ?? (isZone(zone) ? t('times.zoneNow', { time: clock(zone) }) : '')}
      </p>
    </div>
  );
}

/** More than four hundred, of which none changes while one is typed. `first`: with spaces between. */
const ZoneOptions = memo(({ first }: { first: string }) =>
  knownZones(first.split(' ').filter(Boolean)).map((each) => <option key={each} value={each} />),
);
