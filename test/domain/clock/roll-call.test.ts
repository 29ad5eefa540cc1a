import { describe, expect, it } from 'vitest';
import { confirmPresence, type PresenceAnswer } from '../../../src/domain/clock/roll-call';
import { stretchesOf } from '../../../src/domain/clock/stretches';
import type { Desk } from '../../../src/domain/desk';
import type { Transition } from '../../../src/domain/transition';
import { inWords, mon, scheduled, slotsOn, WORKDAYS } from '../../support/clock-builders';
import { aDesk } from '../../support/desk-builders';

const say = (desk: Desk, time: string, answer: PresenceAnswer): Transition =>
  confirmPresence(desk, { accountId: 'ann', operationId: time, now: mon(time) }, answer);

/** Ann, whose slots are five minutes apart, after "I’m here" in the first. */
function hereSinceNine(): Desk {
  const slots = slotsOn(WORKDAYS, '09:00-11:55', '12:00-17:00');
  const said = say(aDesk({ roster: { ann: scheduled({ rollCall: 'confirm', slots }) } }), '09:01', 'here');
  if (said.kind !== 'changed') throw new Error('"here" was not taken');
  return said.desk;
}

describe('An answer before the start of a slot (H2)', () => {
  it.each<PresenceAnswer>(['here', 'later'])(
    'is not taken while the slot before still runs that was answered, which "%s" would end',
    (answer) => {
      expect(say(hereSinceNine(), '11:50', answer)).toMatchObject({
        kind: 'refused',
        error: {
          code: 'conflict',
          message: 'It’s too early for this. You can answer from 11:55 on 2026-11-23, or go online yourself.',
        },
      });
    },
  );

  it('is taken once that slot has ended', () => {
    const said = say(hereSinceNine(), '11:56', 'here');
    expect(said).toMatchObject({ kind: 'changed' });
    const entries = said.kind === 'changed' ? Object.values(said.desk.roster) : [];
    const ahead = entries.flatMap(stretchesOf).filter(({ to }) => to > mon('11:56'));
    expect(inWords(ahead, 1)).toEqual(['by-schedule 12:00-17:00']);
  });
});
