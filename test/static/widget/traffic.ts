import { availabilityAt } from '../../../src/domain/availability';
import type { Summary } from '../../../src/domain/availability';
import { createFakeServer } from './fake-server';
import { START } from './fake-browser';
import { startTalk, type TalkModel } from './one-talk';
import { startVisit } from './one-visit';
import { seededRandom } from './seeded-random';
import { createSimulatedTime } from './simulated-time';
import type { VisitModel } from './visit';

const MINUTE = 60_000;
const LATENCY = 100;

/** Invocations in one minute. */
export interface MinuteOfTraffic {
  availability: number;
  script: number;
  config: number;
  chat: number;
  /** Pages open at its end. */
  pages: number;
}

export const visitorsCalls = ({ availability, script, config }: MinuteOfTraffic): number =>
  availability + script + config;

export interface TrafficOptions {
  minutes: number;
  visit: VisitModel;
  /** Pages that are open in that minute; as many come as are missing. */
  pages(minute: number): number;
  talk?: { conversations: number; model: TalkModel } | undefined;
  /** What the server does in that minute. */
  failure?(minute: number): 'none' | 'network' | { retryAfter: number };
  /** What it knows of the desk, instants in seconds since 1970. */
  summary?(minute: number): Summary;
}

const ONLINE: Summary = {
  online: true,
  edges: [],
  horizon: Number.MAX_SAFE_INTEGER,
  anonymous: 'when-online',
  hideWhenOffline: false,
};

/** A discrete-event simulation of all that a web site's visitors ask of one installation, minute by minute. */
export async function simulateTraffic(options: TrafficOptions): Promise<MinuteOfTraffic[]> {
  const { minutes, visit, talk, pages, failure = () => 'none', summary = () => ONLINE } = options;
  const time = createSimulatedTime();
  const random = seededRandom(42);
  const server = createFakeServer(time, LATENCY);
  const traffic = Array.from({ length: minutes }, (): MinuteOfTraffic => ({
    availability: 0,
    script: 0,
    config: 0,
    chat: 0,
    pages: 0,
  }));
  let known = summary(0);
  let open = 0;

  const count = (what: 'availability' | 'script' | 'config' | 'chat'): void => {
    const minute = traffic[Math.floor(time.now() / MINUTE)];
    if (minute) minute[what]++;
  };
  const call = (what: 'script' | 'config' | 'chat'): Promise<boolean> => {
    count(what);
    return new Promise((resolve) => {
      time.after(LATENCY, () => resolve(server.failure === 'none'));
    });
  };
  const visitServer = {
    getAvailability: (fresh: number) => {
      count('availability');
      server.says = availabilityAt(known, START + time.now());
      return server.getAvailability(fresh);
    },
    load: call,
  };

  for (let index = 0; index < (talk?.conversations ?? 0); index++) {
    const model = talk?.model;
    if (model)
      time.after(random() * 3 * MINUTE, () => startTalk(time, { call: () => call('chat') }, model, random));
  }
  for (const [minute, counted] of traffic.entries()) {
    server.failure = failure(minute);
    known = summary(minute);
    const missing = Math.max(0, pages(minute) - open);
    for (let index = 0; index < missing; index++) {
      open++;
      time.after(random() * MINUTE, () => startVisit(time, visitServer, visit, random, () => open--));
    }
    await time.advance(MINUTE);
    server.requests.length = 0;
    counted.pages = open;
  }
  return traffic;
}
