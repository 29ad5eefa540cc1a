import { describe, expect, it } from 'vitest';
import {
  afterReading,
  newlySaved,
  type SavedConversation,
} from '../../../../static/widget/conversation/saved-conversation';
import { EMPTY_TRANSCRIPT } from '../../../../static/widget/conversation/transcript';

const EMAIL = 'cara@example.com';

describe('What a start leaves in the browser', () => {
  it.each([
    ['portal', null, { byMail: true }],
    ['portal', EMAIL, { byMail: true }],
    ['registered', EMAIL, { byMail: true }],
    ['registered', null, { byMail: false }],
    ['anonymous', EMAIL, { byMail: false }],
    ['anonymous', null, { byMail: false, anonymous: true }],
  ] as const)(
    'says whether answers come by mail, and of whom nothing is known: %s, %s',
    (kind, email, says) => {
      const visitor = { kind, name: null, email };
      const started = { conversationId: 'A', token: 'secret', visitor, now: '2026-11-22T12:00:00Z', next: 3 };
      expect(newlySaved(started)).toEqual({
        id: 'A',
        token: 'secret',
        email,
        seen: 0,
        ended: false,
        ...says,
      });
    },
  );
});

describe('What the browser keeps after the visitor has read', () => {
  const saved: SavedConversation = {
    id: 'A',
    token: 'secret',
    email: EMAIL,
    byMail: false,
    seen: 3,
    ended: false,
  };

  it('is the same where nothing is new, so that other tabs are not told', () => {
    expect(afterReading(saved, { ...EMPTY_TRANSCRIPT, n: 3 })).toBe(saved);
    // Another tab has read further.
    expect(afterReading(saved, { ...EMPTY_TRANSCRIPT, n: 2 })).toBe(saved);
  });

  it.each([
    ['a message', { n: 4 }, { seen: 4 }],
    ['its end', { n: 3, ended: true }, { ended: true }],
    ['that answers come by mail', { n: 3, registered: { n: 3, byMail: true } }, { byMail: true }],
  ])('knows %s', (_what, transcript, says) => {
    expect(afterReading(saved, { ...EMPTY_TRANSCRIPT, ...transcript })).toEqual({ ...saved, ...says });
  });

  it('knows how far it was read, where it was said elsewhere', () => {
    const found = { ...saved, seen: null };
    expect(afterReading(found, EMPTY_TRANSCRIPT)).toEqual({ ...saved, seen: 0 });
  });

  it('goes on by mail, once it does', () => {
    const byMail = { ...saved, byMail: true };
    expect(afterReading(byMail, { ...EMPTY_TRANSCRIPT, n: 3 })).toBe(byMail);
  });

  it('does not go on by mail, once Jira takes nobody with the address (C2)', () => {
    const transcript = { ...EMPTY_TRANSCRIPT, n: 3, registered: { n: 3, byMail: false } };
    expect(afterReading({ ...saved, byMail: true }, transcript)).toEqual(saved);
  });
});
