import type { AvailabilityBody } from '../../src/contract/webtrigger-api';
import { NEXT_POLL_S } from '../../src/domain/limits';
import { pollDelayMs } from '../../src/domain/poll-schedule';
import { availabilityAt, changesAt, staleAt, type Answer, type Availability } from './availability';
import type { Environment } from './environment';
import type { Throttled, Transport } from './transport';

/** Milliseconds that the other tabs get to say what they know, before a new page asks the server. */
const ASK_AROUND_MS = 50;

/** What tabs tell each other, and a page the one after it: ages and spans, since clocks differ. */
interface News {
  body: AvailabilityBody | undefined;
  age: number;
  dueIn: number;
  failures: number;
}

export interface Poller {
  start(): void;
  availability(): Availability;
  /** The server's time at its last answer; ISO. */
  answeredAt(): string | undefined;
  /** Asks now, past every cache. When that fails, the state is unknown until an answer comes. */
  check(): Promise<void>;
  /** Settles when something is known, or the first attempt to know it failed. */
  ready: Promise<void>;
  stop(): void;
}

interface PollerOptions {
  env: Environment;
  /** One poller per browser and name. */
  name: string;
  fetchAvailability: Transport['fetchAvailability'];
  /** After every answer, and when an answer's time is over. */
  onUpdate: () => void;
}

/** Keeps the availability known while the page is visible: asks itself, or listens to the tab that does. */
export function createPoller({ env, name, fetchAvailability, onUpdate }: PollerOptions): Poller {
  const { now, session } = env;
  let answer: Answer | undefined;
  let due = now() + ASK_AROUND_MS;
  let failures = 0;
  /** A check failed: what was known before is not good enough any more. */
  let doubted = false;
  let asking = false;
  let leading = false;
  let stopped = false;
  let giveUp: (() => void) | undefined;
  let cancelAlarm: (() => void) | undefined;
  let checking: Promise<void> | undefined;
  let settle: () => void;
  const ready = new Promise<void>((resolve) => (settle = resolve));

  const post = env.channel(name, (news) => {
    if (news) adopt(news as News, 0);
    else if (answer) post(tell());
  });

  const tell = (): News => ({
    body: answer?.body,
    age: answer ? now() - answer.at : 0,
    dueIn: due - now(),
    failures,
  });

  /** Takes over what another tab, or the page before, knew `elapsed` milliseconds ago, if it is news. */
  function adopt({ body, age, dueIn, failures: failed }: News, elapsed: number): void {
    const heard = body && { body, at: now() - elapsed - age };
    if (heard && now() < staleAt(heard) && !(answer && answer.at >= heard.at)) {
      answer = heard;
      doubted = false;
    } else if (failed <= failures) return;
    failures = failed;
    due = now() + dueIn - elapsed;
    update();
  }

  function update(): void {
    if (answer) {
      settle();
      onUpdate();
    }
    plan();
  }

  function plan(): void {
    cancelAlarm?.();
    if (stopped || !env.visible()) return;
    // A tab that does not lead waits one interval longer: by then the leading one must have hung.
    const patience = leading ? 0 : (answer?.body.next ?? NEXT_POLL_S) * 1_000;
    const pollAt = asking ? Infinity : due + patience;
    const changeAt = answer ? changesAt(answer, now()) : Infinity;
    cancelAlarm = env.alarm(Math.min(pollAt, changeAt) - now(), () => {
      if (now() >= pollAt) void ask(false);
      if (now() >= changeAt) update();
      else plan();
    });
  }

  async function ask(fresh: boolean): Promise<void> {
    // The request's start, not its end: the answer is at least as old as the way back took.
    const at = now();
    let failure: Partial<Throttled> = {};
    asking = true;
    try {
      const body = await fetchAvailability(fresh);
      failures = 0;
      doubted = false;
      if (!(answer && answer.at > at)) answer = { body, at };
    } catch (error) {
      failures++;
      doubted ||= fresh;
      failure = error as Partial<Throttled>;
    }
    asking = false;
    if (stopped) return;
    const { throttled, retryAfter } = failure;
    const next = answer?.body.next ?? NEXT_POLL_S;
    due = now() + pollDelayMs({ next, failures, throttled, retryAfter, random: env.random() });
    post(tell());
    session.write(name, JSON.stringify([env.wallClock(), tell()]));
    settle();
    update();
  }

  function onVisibility(): void {
    if (stopped) return;
    if (env.visible()) {
      giveUp ??= env.contend(name, () => {
        leading = true;
        plan();
      });
    } else {
      giveUp?.();
      giveUp = undefined;
      leading = false;
    }
    update();
  }

  return {
    start() {
      const [wall, saved] = JSON.parse(session.read(name) ?? '[]') as [number, News] | [];
      // A clock that was put back between the two pages makes an age that cannot be.
      const elapsed = env.wallClock() - (wall ?? 0);
      if (saved && elapsed >= 0) adopt(saved, elapsed);
      post(0);
      env.onVisibility(onVisibility);
      onVisibility();
    },
    ready,
    availability: () => availabilityAt(answer, now(), doubted),
    answeredAt: () => answer?.body.now,
    check: () => (checking ??= ask(true).finally(() => (checking = undefined))),
    stop() {
      stopped = true;
      giveUp?.();
      cancelAlarm?.();
      env.close();
    },
  };
}
