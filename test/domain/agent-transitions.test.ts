import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goOffline, goOnline, putOffline, undoPutOffline } from '../../src/domain/agent-transitions';
import type { Desk } from '../../src/domain/desk';
import { REMEMBERED_OPERATIONS, UNDO_WINDOW_MS } from '../../src/domain/limits';
import { agentsOnline, onlineSession } from '../../src/domain/presence';
import type { Transition } from '../../src/domain/transition';
import { ALL_DAYS, mon, scheduled, slotsOn } from '../support/clock-builders';
import { HOUR, NOON, aDesk, offline, online, putOut } from '../support/desk-builders';

const after = (transition: Transition): Desk => {
  if (transition.kind === 'refused') throw new Error(`refused: ${transition.error.code}`);
  return transition.desk;
};
const code = (transition: Transition): string =>
  transition.kind === 'refused' ? transition.error.code : transition.kind;
const isOnline = (desk: Desk, accountId: string, now = NOON): boolean =>
  onlineSession(desk.roster[accountId], now) !== null;

const ann = { accountId: 'ann', operationId: 'op-1', now: NOON };
const start = { until: null, session: 'session-9' };
const byPia = { ...ann, actor: 'pia' };

describe('S1, S3: going online', () => {
  it('S1: somebody who never said so is offline', () => {
    expect(isOnline(aDesk(), 'ann')).toBe(false);
  });

  it('S5: puts the agent on the list, with the end they chose', () => {
    const desk = after(goOnline(aDesk(), ann, { until: NOON + HOUR, session: 'session-9' }));
    expect(agentsOnline(desk, NOON)).toEqual([
      { accountId: 'ann', session: 'session-9', since: NOON, until: NOON + HOUR, why: 'by-hand' },
    ]);
  });

  it('keeps the session and its beginning when an agent who is online chooses another end', () => {
    const desk = aDesk({ roster: { ann: online({ until: NOON + HOUR }) } });
    expect(agentsOnline(after(goOnline(desk, ann, start)), NOON)).toEqual([
      { accountId: 'ann', session: 'session-1', since: NOON - HOUR, until: null, why: 'by-hand' },
    ]);
  });

  it('begins a new session after the old one ended by itself', () => {
    const desk = aDesk({ roster: { ann: online({ until: NOON }) } });
    expect(agentsOnline(after(goOnline(desk, ann, start)), NOON)[0]?.session).toBe('session-9');
  });

  it('is refused where chat is not enabled', () => {
    expect(code(goOnline(aDesk({ settings: { chatEnabled: false } }), ann, start))).toBe('chat-disabled');
  });

  it('S6: is open to an agent who was put offline', () => {
    expect(isOnline(after(goOnline(aDesk({ roster: { ann: putOut() } }), ann, start)), 'ann')).toBe(true);
  });
});

describe('R10: one operation has one effect', () => {
  it('a second delivery changes nothing', () => {
    const once = after(goOnline(aDesk(), ann, start));
    expect(goOnline(once, { ...ann, now: NOON + 1_000 }, start)).toEqual({ kind: 'unchanged', desk: once });
  });

  it('a late second delivery of an older operation does not override a newer one', () => {
    const wentOnline = after(goOnline(aDesk(), ann, start));
    const wentOffline = after(goOffline(wentOnline, { ...ann, operationId: 'op-2' }));
    expect(isOnline(after(goOnline(wentOffline, ann, start)), 'ann')).toBe(false);
  });

  it('nor does a late "go offline" that found the agent offline already', () => {
    const stillOffline = after(goOffline(aDesk({ roster: { ann: offline() } }), ann));
    const wentOnline = after(goOnline(stillOffline, { ...ann, operationId: 'op-2' }, start));
    expect(isOnline(after(goOffline(wentOnline, ann)), 'ann')).toBe(true);
  });

  it('holds for any order of operations, each delivered again at any later time', () => {
    const step = fc.record({
      kind: fc.constantFrom('on', 'off'),
      again: fc.nat({ max: REMEMBERED_OPERATIONS - 1 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let desk = aDesk();
        const apply = (index: number): void => {
          const operation = { ...ann, operationId: `op-${index}`, now: NOON + index };
          desk = after(
            steps[index]?.kind === 'on' ? goOnline(desk, operation, start) : goOffline(desk, operation),
          );
        };
        steps.forEach(({ kind, again }, index) => {
          apply(index);
          apply(Math.max(0, index - again));
          expect(isOnline(desk, 'ann', NOON + index)).toBe(kind === 'on');
        });
      }),
    );
  });
});

describe('S4: going offline', () => {
  it('takes the agent off the list and writes it down', () => {
    const transition = goOffline(aDesk({ roster: { ann: online() } }), ann);
    expect(agentsOnline(after(transition), NOON)).toEqual([]);
    expect(transition).toMatchObject({ kind: 'changed', log: [{ event: 'went-offline', actor: 'ann' }] });
  });

  it('writes nothing into the log when the agent was offline already', () => {
    expect(goOffline(aDesk({ roster: { ann: offline() } }), ann)).toMatchObject({ kind: 'changed', log: [] });
  });
});

describe('S6: the door', () => {
  const desk = aDesk({ roster: { ann: online() } });
  const seen = { session: 'session-1', reason: 'end of shift' };

  it('puts the session that was seen offline, and keeps who, when and why', () => {
    const put = after(putOffline(desk, byPia, seen));
    expect(agentsOnline(put, NOON)).toEqual([]);
    expect(put.roster.ann?.status).toMatchObject({
      kind: 'put-offline',
      by: 'pia',
      since: NOON,
      reason: 'end of shift',
    });
  });

  it('never throws out an agent who came back after the list was drawn', () => {
    const back = aDesk({ roster: { ann: online({ session: 'session-2', since: NOON - 1 }) } });
    expect(code(putOffline(back, byPia, seen))).toBe('conflict');
  });

  it('says so when the agent is offline already', () => {
    expect(code(putOffline(aDesk(), byPia, seen))).toBe('conflict');
    expect(code(putOffline(aDesk({ roster: { ann: online({ until: NOON }) } }), byPia, seen))).toBe(
      'conflict',
    );
  });

  const put = after(putOffline(desk, byPia, seen));
  const undo = (now: number, actor = 'pia'): Transition =>
    undoPutOffline(put, { actor, accountId: 'ann', operationId: 'op-undo', now });

  it('can be undone for ten seconds: the same session goes on', () => {
    expect(agentsOnline(after(undo(NOON + UNDO_WINDOW_MS)), NOON)).toEqual(agentsOnline(desk, NOON));
    expect(code(undo(NOON + UNDO_WINDOW_MS + 1))).toBe('conflict');
  });

  it('is undone only by the one who used it', () => {
    expect(code(undo(NOON, 'joe'))).toBe('not-allowed');
  });

  it('is not undone over what the agent did meanwhile', () => {
    const back = after(goOnline(put, { ...ann, operationId: 'op-2' }, start));
    expect(code(undoPutOffline(back, { ...byPia, operationId: 'op-undo' }))).toBe('conflict');
  });

  it('S9: an undo brings nobody back by the slot out of which they were put before', () => {
    const slots = slotsOn(ALL_DAYS, '09:00-17:00');
    // Put offline at ten, and back by hand until eleven.
    const byHand = {
      kind: 'online',
      session: 'session-1',
      since: mon('10:30'),
      until: mon('11:00'),
    } as const;
    const entry = scheduled({ slots }, byHand, { outSince: mon('10:00') });
    const again = { ...byPia, now: mon('10:40') };
    const put = after(putOffline(aDesk({ roster: { ann: entry } }), again, seen));
    const undone = after(undoPutOffline(put, { ...again, operationId: 'op-undo' }));
    expect(isOnline(undone, 'ann', mon('10:59'))).toBe(true);
    expect(isOnline(undone, 'ann', mon('11:00'))).toBe(false);
    expect(isOnline(undone, 'ann', mon('09:00', 1))).toBe(true);
  });

  it('S8: an undone session still ends at its end', () => {
    const short = aDesk({ roster: { ann: online({ until: NOON + 5_000 }) } });
    const undone = after(
      undoPutOffline(after(putOffline(short, byPia, seen)), {
        ...byPia,
        operationId: 'op-undo',
        now: NOON + 6_000,
      }),
    );
    expect(isOnline(undone, 'ann', NOON + 6_000)).toBe(false);
  });
});
