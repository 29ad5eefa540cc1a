import { aSummary } from '../../../support/a-summary';
import { publicAvailability } from '../../../../src/domain/availability';
import type { Summary } from '../../../../src/domain/availability';
import { AVAILABILITY_CACHE_S, SCRIPT_CACHE_S } from '../../../../src/domain/limits';
import { slowdownOf } from '../../../../static/widget/conversation/slowdown';
import { crowding } from '../../../../static/widget/launcher/crowding';
import type { AskedToWait, Told } from '../../../../static/widget/contract';
import { startAgents } from './agents-at-work';
import { START } from '../fake-browser';
import { createInstallation, type Caller } from './installation';
import { createCacheInFront } from './cache-in-front';
import { startTalk, type TalkModel } from '../conversation/one-talk';
import { startVisit, type Visit, type VisitServer } from '../launcher/one-visit';
import { seededRandom } from '../seeded-random';
import { createSimulatedTime } from '../simulated-time';
import type { VisitModel } from '../launcher/visit';

const MINUTE = 60_000;
const LATENCY = 100;

/** Invocations that Forge lets an installation have in a minute. */
export const CEILING = 5_000;

/** What the widget takes for the wish of a 429 that says none, seconds (static/widget/launcher/web-transport.ts). */
const REFUSED_PAUSE = 240;

/** Calls in one minute. */
export interface MinuteOfTraffic extends Record<Caller | 'refused', number> {
  /** Pages open at its end, and those of them in front of somebody. */
  pages: number;
  visible: number;
  /** Calls of chats that were refused. */
  chatRefused: number;
  /** Pages in front of somebody that say at its end that somebody is there while nobody is, and that say neither. */
  wrong: number;
  neutral: number;
}

export const visitorsCalls = ({ availability, script, config }: MinuteOfTraffic): number =>
  availability + script + config;

export const allCalls = (minute: MinuteOfTraffic): number =>
  visitorsCalls(minute) + minute.chat + minute.agents;

export interface TrafficOptions {
  minutes: number;
  visit: VisitModel;
  /** Pages that are open in that minute; as many come as are missing. */
  pages(minute: number): number;
  talk?: { conversations: number; agents: number; model: TalkModel } | undefined;
  /** What becomes of all calls in that minute: no network, or a 429 from Forge. */
  failure?(minute: number): 'none' | 'network' | 'refused';
  /** What is known of the desk, instants in seconds since 1970. */
  summary?(minute: number): Summary;
  /** Calls a minute from which on Forge refuses. */
  limit?: number;
  /** A cache of the site's own is in front of the web trigger (figure F13). */
  cached?: boolean;
}

const ONLINE = aSummary({ shown: 'online' });

/** A discrete-event simulation of all that is asked of one installation, minute by minute. */
export async function simulateTraffic(options: TrafficOptions): Promise<MinuteOfTraffic[]> {
  const { minutes, visit, talk, pages, failure = () => 'none', summary = () => ONLINE } = options;
  const { limit = CEILING, cached = false } = options;
  const time = createSimulatedTime();
  const random = seededRandom(42);
  const none = { availability: 0, script: 0, config: 0, chat: 0, agents: 0, refused: 0 };
  const traffic = Array.from({ length: minutes }, (): MinuteOfTraffic => ({
    ...none,
    chatRefused: 0,
    pages: 0,
    visible: 0,
    wrong: 0,
    neutral: 0,
  }));
  const installation = createInstallation(time, limit, (what) => {
    const minute = traffic[Math.floor(time.now() / MINUTE)];
    if (minute) minute[what]++;
  });
  let known = summary(0);
  let failing = failure(0);
  let slowdown = 1;
  const open = { pages: 0, visible: 0 };
  const visits = new Set<Visit>();

  /** Resolves with whether it was answered; rejects as the widget's transport does. */
  function call(caller: Caller): Promise<true> {
    const isTaken = installation.call(caller) && failing !== 'refused';
    if (!isTaken && caller === 'chat') {
      const minute = traffic[Math.floor(time.now() / MINUTE)];
      if (minute) minute.chatRefused++;
    }
    return new Promise((resolve, reject) => {
      time.after(LATENCY, () => {
        if (failing === 'network') reject(new TypeError('Failed to fetch'));
        else if (isTaken) resolve(true);
        else reject({ retryAfter: REFUSED_PAUSE } satisfies AskedToWait);
      });
    });
  }
  const succeeds = (caller: Caller): Promise<boolean> => call(caller).catch(() => false);
  async function answer(caller: Caller): Promise<Told> {
    await call(caller);
    const body = publicAvailability(known, START + time.now());
    // The recipe of a cache in front takes them off (docs/cache-in-front.md).
    return cached ? body : { ...body, crowding: crowding(installation.headers()) };
  }
  const cache = createCacheInFront(time);
  const visitServer: VisitServer = cached
    ? {
        getAvailability: () =>
          cache('availability', AVAILABILITY_CACHE_S * 1_000, () => answer('availability')),
        load: (what) => cache(what, SCRIPT_CACHE_S * 1_000, () => call(what)).catch(() => false),
      }
    : { getAvailability: () => answer('availability'), load: succeeds };

  if (talk) {
    const { conversations, model } = talk;
    const agents = startAgents(time, installation, { agents: talk.agents, random });
    for (let index = 0; index < conversations; index++) {
      const server = {
        getAvailability: cached ? visitServer.getAvailability : () => answer('chat'),
        async call() {
          const answered = await succeeds('chat');
          slowdown = slowdownOf(installation.headers());
          return answered;
        },
        slowdown: () => slowdown,
        agents: {
          changed: () => agents.changed(index),
          opens: (typing: number) => agents.opens(index, typing),
          replies: () => agents.replies(index),
        },
      };
      time.after(random() * 3 * MINUTE, () => startTalk(time, server, model, random));
    }
  }
  for (const [minute, counted] of traffic.entries()) {
    failing = failure(minute);
    known = summary(minute);
    const missing = Math.max(0, pages(minute) - open.pages);
    for (let index = 0; index < missing; index++) {
      open.pages++;
      time.after(random() * MINUTE, () => {
        const one = startVisit(time, visitServer, visit, random, {
          onEnd() {
            open.pages--;
            visits.delete(one);
          },
          onLook: (isVisible) => (open.visible += isVisible ? 1 : -1),
        });
        visits.add(one);
      });
    }
    await time.advance(MINUTE);
    Object.assign(counted, open);
    const shown = [...visits].map(({ shows }) => shows());
    counted.neutral = shown.filter((state) => state === 'unknown').length;
    counted.wrong = known.shown === 'online' ? 0 : shown.filter((state) => state === 'online').length;
  }
  return traffic;
}
