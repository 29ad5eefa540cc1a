import { describe, expect, it } from 'vitest';
import {
  createLazyMessages,
  type LazyMessages,
  type MessagesCode,
} from '../../../../static/widget/panel/lazy-messages';

const CODE = { style: 'ol{}' } as MessagesCode;

/** Fetches by the steps, one after the other, and counts. */
function lazyOf(...steps: ('there' | 'refused')[]): { messages: LazyMessages; seen: string[] } {
  const seen: string[] = [];
  const messages = createLazyMessages(
    () => {
      const step = steps.shift();
      seen.push(`asked: ${step}`);
      return step === 'there' ? Promise.resolve({ messages: CODE }) : Promise.reject(new Error('offline'));
    },
    () => seen.push(messages.failed() ? 'failed' : 'drawn'),
  );
  return { messages, seen };
}

describe('What draws the messages (F9)', () => {
  it('is fetched when it is needed, not before', () => {
    const { messages, seen } = lazyOf('there');
    expect(messages.code()).toBeUndefined();
    expect(messages.failed()).toBe(false);
    expect(seen).toEqual([]);
  });

  it('is fetched once, whoever needs it meanwhile and afterwards', async () => {
    const { messages, seen } = lazyOf('there');
    expect(await Promise.all([messages.load(), messages.load()])).toEqual([true, true]);
    expect(await messages.load()).toBe(true);
    expect(messages.code()).toBe(CODE);
    expect(seen).toEqual(['asked: there', 'drawn']);
  });

  it('is asked for again after a failure, which is told, and is not one any more once it is there', async () => {
    const { messages, seen } = lazyOf('refused', 'there');
    expect(await Promise.all([messages.load(), messages.load()])).toEqual([false, false]);
    expect([messages.failed(), messages.code()]).toEqual([true, undefined]);
    expect(await messages.load()).toBe(true);
    expect(messages.failed()).toBe(false);
    expect(seen).toEqual(['asked: refused', 'failed', 'asked: there', 'drawn']);
  });
});
