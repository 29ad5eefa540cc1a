import { describe, expect, it } from 'vitest';
import type { StartedBody } from '../../../../src/contract/conversation';
import type { Opening } from '../../../../static/widget/conversation/conversation-client';
import { startConversation } from '../../../../static/widget/conversation/start-conversation';
import { startByWork } from '../../../../static/widget/work/start-by-work';
import { aMeansPlace } from '../conversation/means-place';

const opening = { message: 'Hello', clientMessageId: '3cb62d0f-40ca-44e9-915d-db511e62303d' };
const started: StartedBody = {
  conversationId: 'C',
  token: 'T',
  visitor: { kind: 'anonymous', name: null, email: null },
  now: '2026-11-22T12:00:00Z',
  next: 3,
};

const refusalAt = (minute: number, bits = 6): Error =>
  Object.assign(new Error('too many'), { error: 'rate-limited', retryAfter: 9, challenge: { bits, minute } });

/** A server that refuses work for so many minutes. */
function aDesk(refusals: number): { start: (asked: Opening) => Promise<StartedBody>; works: unknown[] } {
  const works: unknown[] = [];
  return {
    works,
    start({ work }) {
      works.push(work);
      return works.length <= refusals ? Promise.reject(refusalAt(works.length)) : Promise.resolve(started);
    },
  };
}

describe('A start that the server asks work for', () => {
  it('is sent again with what was found, and again for a later minute, three times at most (T6)', async () => {
    for (const refusals of [0, 1, 2]) {
      const { start, works } = aDesk(refusals);
      expect(await startByWork('W', { bits: 6, minute: 0 }, opening, start, () => true)).toBe(started);
      expect(works.map((work) => String(work).split('.')[0])).toEqual(['0', '1', '2'].slice(0, refusals + 1));
    }
    const { start, works } = aDesk(Infinity);
    const failed = startByWork('W', { bits: 6, minute: 0 }, opening, start, () => true);
    await expect(failed).rejects.toMatchObject({ error: 'rate-limited', retryAfter: 9 });
    expect(works).toHaveLength(3);
  });

  it('gives up on another refusal, and says that one (T6)', async () => {
    const start = (): Promise<StartedBody> =>
      Promise.reject(Object.assign(new Error('shut'), { error: 'closed', retryAfter: 0 }));
    const failed = startByWork('W', { bits: 1, minute: 0 }, opening, start, () => true);
    await expect(failed).rejects.toMatchObject({ error: 'closed' });
  });

  it('is not sent when the panel was removed meanwhile (T6)', async () => {
    const { start, works } = aDesk(0);
    const failed = startByWork('W', { bits: 32, minute: 0 }, opening, start, () => false);
    await expect(failed).rejects.toMatchObject({ error: 'rate-limited' });
    expect(works).toEqual([]);
  });

  it('is worked for by the chat itself, which tells the visitor only after a second (T6)', async () => {
    const { means, record } = aMeansPlace();
    const told: boolean[] = [];
    const client = {
      ...means.client,
      start: () => Promise.reject(refusalAt(7)),
      work(challenge: object, asked: Opening, _start: unknown, goesOn: (elapsed: number) => boolean) {
        expect(challenge).toEqual({ bits: 6, minute: 7 });
        expect(asked).toMatchObject({ message: 'Hello', clientMessageId: 'message-1' });
        expect([8, 999, 1_001, 0].map(goesOn)).toEqual([true, true, true, true]);
        return Promise.resolve({ ...started, held: true as const });
      },
    };
    await startConversation({ ...means, client }, record, { message: 'Hello' }, () =>
      told.push(record.working),
    );
    expect(told).toEqual([false, false, true, false]);
    expect(record).toMatchObject({ saved: { id: 'C' }, held: true, working: false });
  });

  it('that asks for nothing else is refused as ever: nothing that was typed is lost (T6)', async () => {
    const { means, record } = aMeansPlace();
    const refusal = Object.assign(new Error('later'), { error: 'rate-limited', retryAfter: 9 });
    const client = { ...means.client, start: () => Promise.reject(refusal) };
    const failed = startConversation({ ...means, client }, record, { message: 'Hello' }, () => undefined);
    await expect(failed).rejects.toMatchObject({ error: 'rate-limited', retryAfter: 9 });
    expect(record.saved).toBeNull();
  });
});
