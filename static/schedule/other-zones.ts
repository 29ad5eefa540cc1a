import type { MySchedule } from '../../src/contract/clock';

interface OtherZone {
  zone: string;
  /** Of the spaces whose hours are in it. */
  names: string[];
}

/** In which other times there is to be told: those of the spaces' hours, and UTC last; each once. */
export function otherZones(projects: MySchedule['projects'], own: string): OtherZone[] {
  const names = new Map<string, string[]>();
  for (const { zone, name } of projects) {
    if (zone !== undefined && zone !== own) names.set(zone, [...(names.get(zone) ?? []), name]);
  }
  const zones = [...names].map(([zone, of]) => ({ zone, names: of }));
  return own === 'UTC' || names.has('UTC') ? zones : [...zones, { zone: 'UTC', names: [] }];
}
