import { describe, expect, it } from 'vitest';
import { previewLook } from '../../../../static/settings/project/preview-look';

const on = {
  chatEnabled: true,
  anonymous: 'when-online',
  hideWhenOffline: false,
  suggestRegistration: true,
  loggedInOnly: false,
} as const;

describe('the preview', () => {
  it('draws nothing while chat is not enabled', () => {
    const look = previewLook({ ...on, chatEnabled: false }, { somebodyOnline: true, identified: true });
    expect(look).toEqual({ drawn: false, because: 'chat-disabled' });
  });

  it('draws nothing while nobody is online, when the project says so', () => {
    const hiding = { ...on, hideWhenOffline: true };
    expect(previewLook(hiding, { somebodyOnline: false, identified: true })).toEqual({
      drawn: false,
      because: 'nobody-online',
    });
    expect(previewLook(hiding, { somebodyOnline: true, identified: true })).toMatchObject({ drawn: true });
  });

  it.each([
    ['when-online', true, false, 'offered'],
    ['when-online', true, true, 'none'],
    ['when-online', false, false, 'needed'],
    ['when-online', false, true, 'none'],
    ['always', false, false, 'offered'],
    ['never', true, false, 'needed'],
    ['never', true, true, 'none'],
  ] as const)(
    'policy %s, online %s, identified %s: name and e-mail are %s',
    (anonymous, somebodyOnline, identified, details) => {
      expect(previewLook({ ...on, anonymous }, { somebodyOnline, identified })).toEqual({
        drawn: true,
        online: somebodyOnline,
        details,
      });
    },
  );

  it.each([true, false])(
    'asks everybody to log in where only they may start, online %s (T6)',
    (somebodyOnline) => {
      const closed = { ...on, anonymous: 'always', loggedInOnly: true } as const;
      expect(previewLook(closed, { somebodyOnline, identified: false })).toMatchObject({ logIn: true });
      expect(previewLook(closed, { somebodyOnline, identified: true })).not.toHaveProperty('logIn');
    },
  );

  it('offers to leave name and e-mail only where the project does', () => {
    const quiet = { ...on, suggestRegistration: false };
    const seen = { somebodyOnline: true, identified: false };
    expect(previewLook(quiet, seen)).toMatchObject({ details: 'none' });
    expect(previewLook({ ...quiet, anonymous: 'never' }, seen)).toMatchObject({ details: 'needed' });
  });
});
