import { createPoller } from '../../../../static/widget/launcher/poller';
import { createFakeBrowser } from '../fake-browser';
import { createFakeServer, type FakeServer } from '../launcher/fake-server';
import { seededRandom } from '../seeded-random';
import { createSimulatedTime } from '../simulated-time';

const MINUTE = 60_000;

interface SimulationOptions {
  visitors: number;
  minutes: number;
  /** All pages are loaded within so many minutes from the start, evenly. */
  arriveWithin: number;
  /** Called at the start of every minute: what the server says from then on. */
  script?: (minute: number, server: FakeServer) => void;
}

/**
 * A discrete-event simulation of visitors, each with a browser and one visible page, on the widget's real poller.
 * Returns the number of availability requests in each minute.
 */
export async function simulateVisitors({
  visitors,
  minutes,
  arriveWithin,
  script,
}: SimulationOptions): Promise<number[]> {
  const time = createSimulatedTime();
  const server = createFakeServer(time);
  // Seeded, so that a run can be repeated.
  const random = seededRandom(42);
  for (let visitor = 0; visitor < visitors; visitor++) {
    time.after((visitor / visitors) * arriveWithin * MINUTE, () => {
      const { env } = createFakeBrowser(time, { random }).open();
      createPoller(env, 'widget', server.getAvailability, () => undefined).start();
    });
  }
  for (let minute = 0; minute < minutes; minute++) {
    script?.(minute, server);
    await time.advance(MINUTE);
  }
  const perMinute = Array.from({ length: minutes }, () => 0);
  for (const at of server.requests) {
    const minute = Math.min(minutes - 1, Math.floor(at / MINUTE));
    perMinute[minute] = (perMinute[minute] ?? 0) + 1;
  }
  return perMinute;
}
