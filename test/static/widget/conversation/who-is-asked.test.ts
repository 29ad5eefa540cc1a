import { describe, expect, it } from 'vitest';
import { whoIsAsked } from '../../../../static/widget/conversation/who-is-asked';

type State = 'online' | 'offline' | 'hidden' | 'disabled' | 'unknown';
type Situation = Parameters<typeof whoIsAsked>[0];

const STATES: State[] = ['online', 'offline', 'hidden', 'disabled', 'unknown'];

function asked(
  state: State,
  { anonymous = false, ...others }: Partial<Situation> & { anonymous?: boolean } = {},
) {
  const availability = { state, anonymous, until: null, nextOnlineAt: null };
  return whoIsAsked({
    availability,
    always: false,
    known: false,
    suggests: false,
    ...others,
  });
}

describe('C2, C3: what a visitor is asked before their first message', () => {
  it.each(STATES)(
    'nothing, when the page or the portal says who they are, also while the chat is %s',
    (state) => {
      expect(asked(state, { known: true, suggests: true })).toBe('nothing');
    },
  );

  it('nothing, while anonymous visitors may start', () => {
    expect(asked('online', { anonymous: true })).toBe('nothing');
    expect(asked('offline', { always: true })).toBe('nothing');
  });

  it('is offered to say it, where the project suggests that', () => {
    expect(asked('online', { anonymous: true, suggests: true })).toBe('askOffer');
  });

  it.each([
    ['online', 'askOnline'],
    ['offline', 'askOffline'],
    ['hidden', 'askOffline'],
    ['unknown', 'askUnknown'],
  ] as const)('else name and e-mail address, and while the chat is %s why', (state, ask) => {
    expect(asked(state, { suggests: true })).toBe(ask);
  });

  it.each<Partial<Situation>>([{}, { refused: 'online' }, { suggests: true, always: true }])(
    'nothing, once chat is switched off: whatever they say of themselves, no answer comes (%j)',
    (situation) => {
      expect(asked('disabled', situation)).toBe('nothing');
    },
  );

  it('C4: no longer, when the server has refused a start and then says that anonymous visitors may', () => {
    expect(asked('online', { refused: 'online', anonymous: true })).toBe('nothing');
    expect(asked('online', { refused: 'online', anonymous: true, suggests: true })).toBe('askOffer');
  });

  it('C4: also when the page thought that they need not, and the server has just refused it', () => {
    expect(asked('offline', { refused: 'online' })).toBe('askLeft');
    expect(asked('unknown', { refused: 'online' })).toBe('askLeft');
    expect(asked('online', { refused: 'online', known: true })).toBe('askOnline');
  });

  it.each([
    ['offline', 'askOffline'],
    ['hidden', 'askOffline'],
    ['unknown', 'askUnknown'],
  ] as const)(
    'that somebody has left is said only where somebody was there: while it was %s not',
    (look, ask) => {
      // As when a token of the site's own back end has expired.
      expect(asked('offline', { refused: look, known: true })).toBe(
        ask === 'askUnknown' ? 'askOffline' : ask,
      );
      expect(asked('unknown', { refused: look, known: true })).toBe('askUnknown');
    },
  );
});
