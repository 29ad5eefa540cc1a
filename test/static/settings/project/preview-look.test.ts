import { describe, expect, it } from 'vitest';
import { previewLook } from '../../../../static/settings/project/preview-look';

const on = {
  chatEnabled: true,
  anonymous: 'when-online',
  hideWhenOffline: false,
  suggestRegistration: true,
  loggedInOnly: false,
} as const;

const STATES = { somebody: 'online', nobody: 'offline', closed: 'closed' } as const;

describe('the preview', () => {
  it('draws nothing outside hours, whoever is online (H3)', () => {
    const look = previewLook(on, { moment: 'outside', identified: true });
    expect(look).toEqual({ drawn: false, because: 'outside-hours' });
  });

  it('shows a closure also where the icon hides while nobody is online (H4)', () => {
    const look = previewLook({ ...on, hideWhenOffline: true }, { moment: 'closed', identified: true });
    expect(look).toMatchObject({ drawn: true, state: 'closed' });
  });

  it('draws nothing while chat is not enabled', () => {
    const look = previewLook({ ...on, chatEnabled: false }, { moment: 'somebody', identified: true });
    expect(look).toEqual({ drawn: false, because: 'chat-disabled' });
  });

  it('draws nothing while nobody is online, when the project says so', () => {
    const hiding = { ...on, hideWhenOffline: true };
    expect(previewLook(hiding, { moment: 'nobody', identified: true })).toEqual({
      drawn: false,
      because: 'nobody-online',
    });
    expect(previewLook(hiding, { moment: 'somebody', identified: true })).toMatchObject({ drawn: true });
  });

  it.each([
    ['when-online', 'somebody', false, 'offered'],
    ['when-online', 'somebody', true, 'none'],
    ['when-online', 'nobody', false, 'needed'],
    ['when-online', 'nobody', true, 'none'],
    ['when-online', 'closed', false, 'needed'],
    ['always', 'closed', false, 'offered'],
    ['always', 'nobody', false, 'offered'],
    ['never', 'somebody', false, 'needed'],
    ['never', 'somebody', true, 'none'],
  ] as const)(
    'policy %s, %s, identified %s: name and e-mail are %s',
    (anonymous, moment, identified, details) => {
      expect(previewLook({ ...on, anonymous }, { moment, identified })).toEqual({
        drawn: true,
        state: STATES[moment],
        details,
      });
    },
  );

  it.each(['somebody', 'nobody', 'closed'] as const)(
    'asks everybody to log in where only they may start, %s (T6)',
    (moment) => {
      const closed = { ...on, anonymous: 'always', loggedInOnly: true } as const;
      expect(previewLook(closed, { moment, identified: false })).toMatchObject({ logIn: true });
      expect(previewLook(closed, { moment, identified: true })).not.toHaveProperty('logIn');
    },
  );

  it('offers to leave name and e-mail only where the project does', () => {
    const quiet = { ...on, suggestRegistration: false };
    const seen = { moment: 'somebody', identified: false } as const;
    expect(previewLook(quiet, seen)).toMatchObject({ details: 'none' });
    expect(previewLook({ ...quiet, anonymous: 'never' }, seen)).toMatchObject({ details: 'needed' });
  });
});
