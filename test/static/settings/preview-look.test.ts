import { describe, expect, it } from 'vitest';
import { previewLook } from '../../../static/settings/preview-look';

const on = { chatEnabled: true, anonymous: 'when-online', hideWhenOffline: false } as const;

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
    ['when-online', true, false, 'start'],
    ['when-online', false, false, 'identify'],
    ['when-online', false, true, 'start'],
    ['always', false, false, 'start'],
    ['never', true, false, 'identify'],
    ['never', true, true, 'start'],
  ] as const)('policy %s, online %s, identified %s: %s', (anonymous, somebodyOnline, identified, next) => {
    expect(previewLook({ ...on, anonymous }, { somebodyOnline, identified })).toEqual({
      drawn: true,
      online: somebodyOnline,
      next,
    });
  });
});
