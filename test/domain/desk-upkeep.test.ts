import { describe, expect, it } from 'vitest';
import {
  movePortal,
  nextChange,
  removeFormerAgent,
  removePerson,
  tidyDesk,
} from '../../src/domain/desk-upkeep';
import { HOUR, MINUTE, NOON, aDesk, offline, online, putOut } from '../support/desk-builders';

describe('the sweep', () => {
  it('S8: writes an ended online time down at the moment it ended, not when it was noticed', () => {
    const desk = aDesk({ roster: { ann: online({ until: NOON - MINUTE }) } });
    expect(tidyDesk(desk, NOON)).toMatchObject({
      kind: 'changed',
      desk: { roster: { ann: { status: { kind: 'offline', since: NOON - MINUTE } } } },
      log: [{ event: 'time-ended', at: NOON - MINUTE, actor: null, subject: 'ann' }],
    });
  });

  it('S10: takes people off the roster who are not agents any more', () => {
    const desk = aDesk({ roster: { ann: online(), bo: online() } });
    const removed = removeFormerAgent(desk, 'bo', NOON);
    expect(removed).toMatchObject({ kind: 'changed', log: [{ event: 'removed', subject: 'bo' }] });
    expect(Object.keys(removed.kind === 'changed' ? removed.desk.roster : {})).toEqual(['ann']);
    // A second delivery, later.
    expect(removeFormerAgent(aDesk({ roster: { ann: online() } }), 'bo', NOON).kind).toBe('unchanged');
  });

  it('follows the site to another address, and stays where nobody knows it', () => {
    const desk = aDesk();
    expect(movePortal(desk, 'https://acme.example')).toMatchObject({
      kind: 'changed',
      desk: { portal: { serviceDeskId: '1', siteUrl: 'https://acme.example' } },
      log: [],
    });
    expect(movePortal(desk, String(desk.portal?.siteUrl)).kind).toBe('unchanged');
    expect(movePortal(desk, null).kind).toBe('unchanged');
    expect(movePortal({ ...desk, portal: null }, 'https://acme.example').kind).toBe('unchanged');
  });

  it('S12: ends an online time without an end at the longest since it began, and not before it was told', () => {
    const desk = aDesk({
      roster: {
        ann: online({ since: NOON - HOUR }),
        bo: online({ since: NOON - 24 * HOUR }),
        cy: online({ until: NOON + HOUR }),
      },
    });
    const tidied = tidyDesk(desk, NOON, { longestMinutes: 720 });
    expect(tidied).toMatchObject({
      kind: 'changed',
      desk: {
        roster: {
          ann: { status: { kind: 'online', since: NOON - HOUR, until: NOON + 11 * HOUR } },
          bo: { status: { kind: 'online', until: NOON + 5 * MINUTE } },
          cy: { status: { kind: 'online', until: NOON + HOUR } },
        },
      },
      log: [],
    });
    expect(tidyDesk(desk, NOON, { longestMinutes: null }).kind).toBe('unchanged');
  });

  it('leaves a desk alone on which nothing is to be done', () => {
    expect(tidyDesk(aDesk({ roster: { ann: online(), bo: offline() } }), NOON).kind).toBe('unchanged');
  });

  it('renews what is known of an online desk in good time, and of an offline one never', () => {
    const horizon = NOON + 35 * HOUR;
    expect(tidyDesk(aDesk({ horizon, roster: { ann: online() } }), NOON).kind).toBe('changed');
    expect(tidyDesk(aDesk({ horizon, roster: { ann: offline() } }), NOON).kind).toBe('unchanged');
  });

  it('forgets operations after an hour and offline entries after a day', () => {
    const old = { ...online(), operations: [{ id: 'op', at: NOON - HOUR }] };
    expect(tidyDesk(aDesk({ roster: { ann: old } }), NOON)).toMatchObject({
      kind: 'changed',
      desk: { roster: { ann: { operations: [] } } },
      log: [],
    });
    expect(tidyDesk(aDesk({ roster: { bo: offline(NOON - 24 * HOUR) } }), NOON)).toMatchObject({
      desk: { roster: {} },
    });
  });

  it('knows when the next online time ends', () => {
    const roster = {
      ann: online({ until: NOON + HOUR }),
      bo: online({ until: NOON + MINUTE }),
      cy: online({ until: NOON }),
    };
    expect(nextChange(aDesk({ roster }), NOON)).toBe(NOON + MINUTE);
    expect(nextChange(aDesk({ roster: { ann: online() } }), NOON)).toBeNull();
  });
});

describe('S10: a deleted person', () => {
  it('leaves no trace in the desk, neither as agent nor as the one who used the door', () => {
    const desk = aDesk({ roster: { ann: online(), bo: putOut({ by: 'ann' }), cy: online() } });
    const removed = removePerson(desk, 'ann', NOON);
    expect(JSON.stringify(removed)).not.toContain('ann');
    expect(removed).toMatchObject({
      kind: 'changed',
      desk: { roster: { bo: { status: { kind: 'offline', since: NOON } } } },
    });
  });

  it('changes nothing where they never were', () => {
    expect(removePerson(aDesk({ roster: { bo: online() } }), 'ann', NOON).kind).toBe('unchanged');
  });
});
