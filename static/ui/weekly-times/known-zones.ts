import { isZone } from '../../../src/domain/is-zone';

/** Zones to choose from: these first, then all that the browser knows, and UTC, which browsers leave out. */
export const knownZones = (first: readonly string[]): string[] => [
  ...new Set([...first, ...Intl.supportedValuesOf('timeZone'), 'UTC']),
];

/** What was typed as the zone's name is written: any case, spaces for underscores, the city alone. Else as it is. */
export function zoneNamed(typed: string): string {
  const wanted = typed.trim().replace(/\s+/g, '_').toLowerCase();
  const zones = knownZones([]);
  const whole = zones.find((zone) => zone.toLowerCase() === wanted);
  if (whole !== undefined) return whole;
  const cities = zones.filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  const [city] = cities;
  return city !== undefined && cities.length === 1 && !isZone(typed.trim()) ? city : typed.trim();
}
