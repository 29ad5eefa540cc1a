import type { StartsOfHour } from '../../../src/contract/protection';
import { useTexts } from '../../app/texts-context';

const PARTS = [
  ['started', 'protection.started'],
  ['checked', 'protection.checked'],
  ['held', 'protection.heldNumber'],
] as const;

/**
 * A day of starts, drawn from plain boxes: at once is solid, after a check striped, held back an outline, so that it reads
 * without colour. Those who cannot see it get the same as a table.
 */
export function ProtectionChart({ hours }: { hours: readonly StartsOfHour[] }) {
  const { t, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric' });
  const most = Math.max(1, ...hours.map(({ started, checked, held }) => started + checked + held));
  const last = hours.length - 1;
  return (
    <div className="fd-chart">
      <div className="fd-bars" aria-hidden="true">
        {hours.map((each, index) => (
          <div key={each.at} className="fd-bar" title={hour.format(Date.parse(each.at))}>
            {PARTS.map(([part]) => (
              <i
                key={part}
                className={`fd-part fd-part-${part}`}
                style={{ height: `${(100 * each[part]) / most}%` }}
              />
            ))}
            {/* Every sixth, so that they have room at 320 px. */}
            <span className="fd-small fd-subtle">
              {index === last
                ? t('protection.nowMark')
                : index % 6 === 0 && last - index > 2
                  ? hour.format(Date.parse(each.at))
                  : ''}
            </span>
          </div>
        ))}
      </div>
      <ul className="fd-legend fd-small" aria-hidden="true">
        {PARTS.map(([part, name]) => (
          <li key={part}>
            <i className={`fd-part fd-part-${part}`} />
            {t(name)}
          </li>
        ))}
      </ul>
      {/* A table is as wide as its words, whatever it is told. */}
      <div className="fd-hidden">
        <table>
          <caption>{t('protection.chart')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('protection.hour')}</th>
              {PARTS.map(([part, name]) => (
                <th key={part} scope="col">
                  {t(name)}
                </th>
              ))}
              <th scope="col">{t('protection.refused')}</th>
            </tr>
          </thead>
          <tbody>
            {hours.map((each) => (
              <tr key={each.at}>
                <th scope="row">{hour.format(Date.parse(each.at))}</th>
                {PARTS.map(([part]) => (
                  <td key={part}>{number.format(each[part])}</td>
                ))}
                <td>{number.format(each.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
