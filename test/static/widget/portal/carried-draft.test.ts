import { describe, expect, it } from 'vitest';
import { createCarriedDraft } from '../../../../static/widget/portal/carried-draft';
import { createMemoryStore } from '../../../../static/widget/portal/memory-store';
import { createDraft } from '../../../../static/widget/conversation/draft';
import type { Store } from '../../../../static/widget/browser/environment';

const PLACE = 'frontdesk:portal:site:1';
const MINUTE = 60_000;

/** One tab of a browser, in which people come to the portal one after the other. */
function aTab(session: Store | undefined = createMemoryStore()) {
  let now = 0;
  const nameOf = (account: string): string => `${PLACE}:${account}`;
  const carriedOf = (account: string) =>
    createCarriedDraft({
      session,
      place: PLACE,
      name: nameOf(account),
      isLoggedIn: account !== '',
      now: () => now,
    });
  return {
    pass: (ms: number) => void (now += ms),
    types: (account: string, text: string) =>
      createDraft(session, `${nameOf(account)}:draft`).change({ text, name: 'Cara', email: 'c@example.com' }),
    leaves: (account = '') => carriedOf(account).leave(),
    /** What they find in the field, and whether the panel is open. */
    arrives(account: string) {
      carriedOf(account).arrive();
      const { text, name, email } = createDraft(session, `${nameOf(account)}:draft`).now();
      return { text, known: name + email, open: session?.getItem(`${nameOf(account)}:open`) ?? null };
    },
  };
}

const NOTHING = { text: '', known: '', open: null };

describe('C2: what an anonymous visitor typed before they logged in', () => {
  it('is in the field of the open panel afterwards, without name and address', () => {
    const tab = aTab();
    tab.types('', 'My invoice');
    expect(tab.leaves()).toBe(true);
    tab.pass(MINUTE);
    expect(tab.arrives('cara')).toEqual({ text: 'My invoice', known: '', open: 'yes' });
  });

  it('opens the panel also when nothing was typed', () => {
    const tab = aTab();
    tab.leaves();
    expect(tab.arrives('cara')).toEqual({ ...NOTHING, open: 'yes' });
  });

  it('comes before what they had typed when they were logged in before', () => {
    const tab = aTab();
    tab.types('cara', 'Earlier');
    tab.types('', 'My invoice');
    tab.leaves();
    expect(tab.arrives('cara').text).toBe('My invoice\n\nEarlier');
  });

  it('is found by nobody else who comes to this tab later', () => {
    const tab = aTab();
    tab.types('', 'My invoice');
    tab.leaves();
    tab.arrives('cara');
    expect(tab.arrives('milo')).toEqual(NOTHING);
    expect(tab.arrives('')).toEqual(NOTHING);
  });

  it('is nobody’s after ten minutes, nor once they came back without having logged in', () => {
    const late = aTab();
    late.types('', 'My invoice');
    late.leaves();
    late.pass(10 * MINUTE);
    expect(late.arrives('cara')).toEqual(NOTHING);

    const back = aTab();
    back.types('', 'My invoice');
    back.leaves();
    // They find their own again, of course.
    expect(back.arrives('').text).toBe('My invoice');
    expect(back.arrives('cara')).toEqual(NOTHING);
  });

  it('keeps the page where nothing can be stored', () => {
    expect(
      createCarriedDraft({
        session: undefined,
        place: PLACE,
        name: '',
        isLoggedIn: false,
        now: () => 0,
      }).leave(),
    ).toBe(false);
    const full = { ...createMemoryStore(), setItem: () => expect.fail('it is full') };
    expect(aTab(full).leaves()).toBe(false);
  });

  it.each(['', 'null', '7', '{"at":0}', 'not JSON'])(
    'is nothing when what is stored is broken: %s',
    (broken) => {
      const session = createMemoryStore();
      session.setItem(`${PLACE}:carried`, broken);
      expect(aTab(session).arrives('cara')).toEqual(NOTHING);
    },
  );
});
