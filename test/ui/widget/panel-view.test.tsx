import { describe, expect, it } from 'vitest';
import english from '../../../locales/en-US.json';
import type { Ask } from '../../../static/widget/conversation/who-is-asked';
import { createPanelView, type PanelView } from '../../../static/widget/panel/panel-view';
import { aState } from '../../static/widget/panel/a-host';

const AWAY = english.widget.awayHere;
const nothing = (): void => undefined;

interface Shown {
  view: PanelView;
  talk: HTMLElement;
  ask(what: Ask): void;
}

/** The panel's content, with nobody there and a greeting. */
function aPanel(): Shown {
  const view = createPanelView({
    labels: english.widget,
    loginUrl: 'https://shop.example/login',
    locale: 'en-GB',
    welcomeText: 'Hello!',
    close: nothing,
    messages: { code: () => undefined, load: () => Promise.resolve(false), failed: () => false },
    composer: {
      ask: () => 'nothing',
      type: nothing,
      prefill: nothing,
      send: () => Promise.resolve(false),
      leaveDetails: nothing,
      invalid: nothing,
      leave: nothing,
      check: () => Promise.resolve(),
      checking: () => false,
    },
  });
  document.body.replaceChildren(...view.parts);
  const talk = document.querySelector<HTMLElement>('.talk') ?? document.body;
  const ask = (what: Ask): void =>
    view.update({
      closed: undefined,
      look: 'offline',
      state: english.widget.stateOffline,
      conversation: aState(),
      serverNow: 0,
      draft: { text: '', name: '', email: '' },
      ask: what,
      details: '',
      notice: AWAY,
      failure: '',
      unreached: undefined,
    });
  return { view, talk, ask };
}

describe('In the panel', () => {
  it.each(['askOffer', 'askLater'] as const)(
    'what a visitor may leave (%s) stands after the reason to leave it (C3)',
    (offer) => {
      const { talk, ask } = aPanel();
      ask(offer);
      const text = talk.textContent;
      expect(text.indexOf(english.widget.askOffer)).toBeGreaterThan(text.indexOf(AWAY));
      expect(text).toContain(AWAY);
    },
  );

  it('what they must say stands before all else but the greeting, also where it was an offer before (C2)', () => {
    const { talk, ask } = aPanel();
    for (const before of ['nothing', 'askOffer'] as const) {
      ask(before);
      ask('askOffline');
      const text = talk.textContent;
      expect(text.indexOf(english.widget.askOffline)).toBeGreaterThan(text.indexOf('Hello!'));
      expect(text.indexOf(english.widget.askOffline)).toBeLessThan(text.indexOf(AWAY));
    }
  });

  it.each(['nothing', 'askOffer', 'askLater', 'askOffline', 'askOnline'] as const)(
    'the greeting is to be seen whatever is asked (%s); only where room is short it makes way for what must be said',
    (what) => {
      const { talk, ask } = aPanel();
      ask(what);
      const greeting = talk.querySelector<HTMLElement>('.welcome');
      expect(greeting?.hidden).toBe(false);
      expect(greeting?.classList.contains('spare')).toBe(/Offline|Online/.test(what));
    },
  );

  it('what is asked keeps the focus while it goes on being asked', () => {
    const { ask } = aPanel();
    ask('askOffline');
    const name = document.querySelector<HTMLInputElement>('#name');
    name?.focus();
    ask('askOffline');
    expect(document.activeElement).toBe(name);
  });
});
