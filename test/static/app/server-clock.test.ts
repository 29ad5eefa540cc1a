import { expect, test } from 'vitest';
import { createServerClock } from '../../../static/app/server-clock';

test('the clock follows the server, whatever the browser believes', () => {
  let elapsed = 5_000;
  const clock = createServerClock(() => elapsed);
  clock.set('2026-11-23T13:00:00Z');
  elapsed += 90_000;
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-23T13:01:30.000Z');
  clock.set('not a time');
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-23T13:01:30.000Z');
});
