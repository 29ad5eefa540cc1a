import { describe, expect, it } from 'vitest';
import { createAttempt } from '../../../../static/widget/conversation/attempt';

const refused = { error: 'bad-request', retryAfter: 0 } as const;

describe('What a visitor wants done', () => {
  it('is done once, however often they press while it is on its way', async () => {
    const seen: boolean[] = [];
    let times = 0;
    let end = (): void => undefined;
    const attempt = createAttempt(() => seen.push(attempt.running()));
    const slow = (): Promise<void> => {
      times++;
      return new Promise((resolve) => (end = resolve));
    };
    const first = attempt.run(slow);
    expect(await attempt.run(slow)).toBe(false);
    end();
    expect(await first).toBe(true);
    expect(times).toBe(1);
    // Drawn when it begins and when it is over.
    expect(seen).toEqual([true, false]);
  });

  it('says why it was not done, until it is tried again', async () => {
    const attempt = createAttempt(() => undefined);
    const refusing = (): Promise<void> => Promise.reject(Object.assign(new Error('refused'), refused));
    expect(await attempt.run(refusing)).toBe(false);
    expect(attempt.failure()).toEqual(refused);
    const again = attempt.run(() => Promise.resolve());
    expect(attempt.failure()).toBeUndefined();
    expect(await again).toBe(true);
  });

  it('failed by something that Frontdesk would not say: it may help to try again', async () => {
    const attempt = createAttempt(() => undefined);
    await attempt.run(() => Promise.reject(new Error('the connection is gone')));
    expect(attempt.failure()).toEqual({ error: 'unavailable', retryAfter: 0 });
  });
});
