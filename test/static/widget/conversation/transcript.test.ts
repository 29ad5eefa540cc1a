import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../../../src/contract/conversation';
import { adopt, EMPTY_TRANSCRIPT, unreadAfter } from '../../../../static/widget/conversation/transcript';

const at = '2026-11-22T12:00:00Z';

const event = fc.oneof(
  fc.record({
    kind: fc.constant('message'),
    from: fc.constant('visitor'),
    text: fc.string(),
    clientMessageId: fc.uuid(),
  }),
  fc.record({
    kind: fc.constant('message'),
    from: fc.constant('agent'),
    text: fc.string(),
    agent: fc.constant({ name: 'Ann', avatarUrl: null }),
  }),
  fc.record({ kind: fc.constantFrom('delivered', 'failed', 'deleted'), of: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('edited'), of: fc.integer({ min: 1, max: 20 }), text: fc.string() }),
  fc.record(
    { kind: fc.constant('ended'), reason: fc.constant('request-gone' as const) },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constant('reopened'), newRequest: fc.boolean() }),
);

const conversation = fc
  .array(event, { maxLength: 20 })
  .map((events) => events.map((each, index): PublicEvent => ({ ...each, n: index + 1, at })));

describe('A transcript', () => {
  it('is the same however often and in whatever pieces its events came', () => {
    fc.assert(
      fc.property(conversation, fc.array(fc.tuple(fc.nat(20), fc.nat(20))), (events, pieces) => {
        let transcript = EMPTY_TRANSCRIPT;
        for (const [from, length] of pieces)
          transcript = adopt(transcript, events.slice(from, from + length));
        expect(adopt(transcript, events)).toEqual(adopt(EMPTY_TRANSCRIPT, events));
      }),
    );
  });

  it('takes over nothing beyond a gap, so that what is missing is asked for', () => {
    fc.assert(
      fc.property(conversation, fc.nat(20), fc.nat(20), (events, known, missing) => {
        const before = adopt(EMPTY_TRANSCRIPT, events.slice(0, known));
        expect(adopt(before, events.slice(before.n + 1 + missing))).toEqual(before);
      }),
    );
  });

  it('has ended for good where the server says so, with one line, and not for good once it says nothing of it (C12)', () => {
    const gone = adopt(EMPTY_TRANSCRIPT, [
      { n: 1, at, kind: 'ended' },
      { n: 2, at, kind: 'ended', reason: 'request-gone' },
    ]);
    expect(gone).toMatchObject({ ended: true, reason: 'request-gone' });
    expect(gone.lines).toMatchObject([{ n: 1, kind: 'ended' }]);
    expect(adopt(gone, [{ n: 3, at, kind: 'ended' }]).reason).toBeUndefined();
    const back = adopt(gone, [{ n: 3, at, kind: 'reopened', newRequest: false }]);
    expect(back).toMatchObject({ ended: false });
    expect(back.reason).toBeUndefined();
  });

  it('keeps texts as they were typed', () => {
    const text = '<script>alert(1)</script> [~accountid:1] \u0000\u202E 😀\n';
    const { lines } = adopt(EMPTY_TRANSCRIPT, [
      { n: 1, at, kind: 'message', from: 'visitor', text, clientMessageId: null },
    ]);
    expect(lines).toMatchObject([{ text }]);
  });

  it('counts as unread what agents said since, but not what they took back', () => {
    const says = (n: number): PublicEvent => ({
      n,
      at,
      kind: 'message',
      from: 'agent',
      text: `${n}`,
      agent: { name: null, avatarUrl: null },
    });
    const own: PublicEvent = {
      n: 2,
      at,
      kind: 'message',
      from: 'visitor',
      text: 'own',
      clientMessageId: null,
    };
    const transcript = adopt(EMPTY_TRANSCRIPT, [
      says(1),
      own,
      says(3),
      says(4),
      { n: 5, at, kind: 'deleted', of: 4 },
    ]);
    expect(unreadAfter(transcript, 0).map(({ n }) => n)).toEqual([1, 3]);
    expect(unreadAfter(transcript, 1).map(({ n }) => n)).toEqual([3]);
    expect(unreadAfter(transcript, 5)).toEqual([]);
  });
});
