import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../static/widget/next-step';

const now = (state: 'online' | 'offline' | 'hidden' | 'disabled' | 'unknown', anonymous = false) => ({
  state,
  anonymous,
  until: null,
  nextOnlineAt: null,
});

describe('C2, C3: where "continue" leads', () => {
  it.each(['online', 'offline', 'hidden', 'disabled', 'unknown'] as const)(
    'who is known goes on to the request form, also while the chat is %s',
    (state) => {
      expect(nextStep(now(state), true)).toBe('toForm');
    },
  );

  it('who is not known goes on while the server says that this is allowed', () => {
    expect(nextStep(now('online', true), false)).toBe('toForm');
  });

  it.each([
    ['online', 'logInOnline'],
    ['offline', 'logInOffline'],
    ['hidden', 'logInOffline'],
    ['disabled', 'logInOffline'],
    ['unknown', 'logInUnknown'],
  ] as const)('else they are asked to log in, and while the chat is %s told why', (state, step) => {
    expect(nextStep(now(state), false)).toBe(step);
  });
});
