import { describe, expect, it } from 'vitest';
import { publicAvailability, type AvailabilityState } from '../../../src/domain/availability';
import { outlook } from '../../../src/domain/clock/outlook';
import { type Shown } from '../../../src/domain/clock/shown';
import { HOURS_MODES, type Hours } from '../../../src/domain/clock/schedule';
import { rowOf, shownIn, shownTable } from '../../../src/domain/clock/shown-table';
import type { Desk } from '../../../src/domain/desk';
import { HORIZON_MS } from '../../../src/domain/limits';
import { summarize } from '../../../src/domain/summarize';
import { HOUR, NOON, aDesk, online } from '../../support/desk-builders';

const BOOLEANS = [true, false];

/** A Sunday: noon lies within these hours in UTC, and outside the others. */
const IN_HOURS = [{ day: 7 as const, from: '09:00', to: '17:00' }];
const OUTSIDE = [{ day: 1 as const, from: '09:00', to: '17:00' }];

const CASES = HOURS_MODES.flatMap((mode) =>
  BOOLEANS.flatMap((hideWhenOffline) =>
    BOOLEANS.flatMap((inHours) =>
      BOOLEANS.flatMap((closed) =>
        BOOLEANS.map((someone) => ({ mode, hideWhenOffline, inHours, closed, someone })),
      ),
    ),
  ),
).filter(({ mode, inHours }) => mode !== 'always' || inHours);

type Case = (typeof CASES)[number];

function deskOf({ mode, hideWhenOffline, inHours, closed, someone }: Case): Desk {
  const hours: Hours = { mode, zone: 'UTC', slots: inHours ? IN_HOURS : OUTSIDE, holidays: [] };
  return aDesk({
    settings: { hideWhenOffline, hours },
    roster: someone ? { ann: online() } : {},
    closures: closed ? [{ id: 'c', from: NOON - HOUR, to: NOON + HOUR, message: null, by: 'pia' }] : [],
  });
}

/** What the server answers where the chat is shown as that. */
const STATES: Record<Shown, AvailabilityState> = {
  online: 'online',
  offline: 'offline',
  closed: 'offline',
  hidden: 'hidden',
};

describe('C6, H3, H4: hiding while nobody is online × hours × a closure × somebody online', () => {
  it('is a table of forty cases, none of which is missing', () => {
    expect(CASES).toHaveLength(40);
  });

  it.each(CASES)(
    'hours $mode, hide $hideWhenOffline, in hours $inHours, closed $closed, online $someone: the page says what the server does',
    (each) => {
      const desk = deskOf(each);
      // In the customer's own time the server answers as with hours at any time, and their page hides outside.
      const inHours = each.mode === 'customer' || each.inHours;
      const shown = shownIn(each, { inHours, closed: each.closed, online: each.someone });
      const answer = publicAvailability(summarize(desk, NOON), NOON);
      expect(answer.state).toBe(STATES[shown]);
      expect(answer.closed !== undefined).toBe(shown === 'closed');
      const { shown: layer } = outlook(desk, NOON, NOON + HORIZON_MS);
      expect(shown).toBe(layer === 'offline' && each.hideWhenOffline ? 'hidden' : layer);
    },
  );

  it.each(CASES)(
    'hours $mode, hide $hideWhenOffline, in hours $inHours, closed $closed, online $someone: the table has that cell',
    (each) => {
      const circumstances = { inHours: each.inHours, closed: each.closed, online: each.someone };
      const rows = shownTable({ hideWhenOffline: each.hideWhenOffline, hours: { mode: each.mode } });
      const row = rows.find(({ when }) => when === rowOf(circumstances));
      expect(row?.[each.someone ? 'online' : 'nobody']).toBe(shownIn(each, circumstances));
    },
  );

  it('has no row for what cannot be: outside hours that are at any time', () => {
    const whens = (mode: Hours['mode']) =>
      shownTable({ hideWhenOffline: true, hours: { mode } }).map(({ when }) => when);
    expect(whens('always')).toEqual(['open', 'closed']);
    expect(whens('project')).toEqual(['open', 'closed', 'outside']);
    expect(whens('customer')).toEqual(['open', 'closed', 'outside']);
  });

  it('H4: lets a closure be read while nobody is online, also where the icon hides then', () => {
    const circumstances = { inHours: true, closed: true, online: false };
    expect(shownIn({ hideWhenOffline: true }, circumstances)).toBe('closed');
  });
});
