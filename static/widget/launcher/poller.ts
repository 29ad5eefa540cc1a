import { ASK_AROUND_MS, AVAILABILITY_CACHE_S, NEXT_POLL_S } from '../../../src/domain/limits';
import { pollDelayMs } from '../../../src/domain/poll-schedule';
import { endOf, shownAvailability, staleAt } from './availability';
import type { Answer, AskedToWait, Draw, Known, Poller, Transport } from '../contract';
import type { Environment, Store } from '../browser/environment';

/** Keeps the availability known while the page is visible: asks itself, or listens to the tab that does. */
export function createPoller(
  env: Environment,
  /** One poller per browser and name. */
  name: string,
  getAvailability: Transport['getAvailability'],
  /**
   * Called after every answer, at the moments at which one changes by itself, and about once in a second while the page is
   * visible, for what else does. What is known is `ready` after the first call.
   */
  onUpdate: Draw,
): Poller {
  const { now, visible, session } = env;
  let known: Known = {
    // Nothing: an answer so old that it says nothing.
    answer: { at: 0, body: { next: NEXT_POLL_S } as Answer['body'] },
    due: now() + ASK_AROUND_MS,
    failures: 0,
  };
  // Whichever tab asked last goes on asking; the others look a few seconds later whether it did. No lock says so: one that
  // is held or waited for keeps the page out of the back/forward cache in Firefox (rule C13).
  let following: boolean | undefined;
  const patience = (2 + 8 * env.random()) * 1_000;
  let stopped: boolean | undefined;
  let settle: (after?: ReturnType<Draw>) => void;

  // Every message but the question of a new page is what another tab knows.
  const post = env.channel(name, (news) => {
    if (news) adopt(news as Known);
    else post(known);
  });

  /** Takes over what another tab knows, or the page before, unless this page knows as much. */
  function adopt(news: Known): void {
    const { at } = news.answer;
    const newer = at - known.answer.at;
    // From the future: the visitor's clock was put back in between, and the age of the answer is not known.
    if (newer < 0 || at > now() + 5_000 || (!newer && news.due <= known.due)) return;
    known = news;
    following = true;
    update();
  }

  function update(): void {
    if (known.answer.at) settle(onUpdate());
    const pollAt = known.due + (following ? patience : 0);
    const changes = [endOf(known.answer), staleAt(known.answer)].filter((moment) => moment > now());
    env.alarm(Math.min(pollAt, ...changes) - now(), () => {
      // Planned anew when the page is seen again.
      if (stopped || !visible()) return;
      if (now() >= pollAt) void ask();
      update();
    });
  }

  async function ask(fresh?: boolean): Promise<void> {
    // A page that begins may be answered from the browser's cache by what the page before was told: nothing is stored
    // for it that the visitor's acts do not call for (rule C10).
    // The request's start, not its end: the answer is at least as old as the way back took.
    const before = known.answer;
    const at = now() - (before.at ? 0 : AVAILABILITY_CACHE_S * 1_000);
    // Asked already, in all tabs; until the answer says more.
    following = false;
    known.due = now() + before.body.next * 1_000;
    post(known);
    let failure: Partial<AskedToWait> | Error | undefined;
    const body = await getAvailability(fresh ? at : 0, before.at ? 'reload' : undefined).catch(
      (error: unknown) => {
        failure = error as Partial<AskedToWait>;
      },
    );
    if (stopped) return;
    // Without `next` it is not Frontdesk's answer but that of a proxy or a login page in between; with the last one's time, a cache's.
    if (body?.next && body.now !== before.body.now) {
      known.failures = 0;
      // Too early in the minute to say: as before.
      // oxlint-disable-next-line typescript/prefer-nullish-coalescing -- 0 is not said yet.
      body.crowding ||= before.body.crowding;
      if ((body.crowding as number) > 1) body.next *= body.crowding as number;
      if (at > known.answer.at) known.answer = { at, body, by: now() };
    } else {
      // SyntaxError: a log-in page or a proxy in between, of which the browser says nothing, as it does of a TypeError.
      if (!known.failures++ && failure && (failure as Error).name < 'T') console.info(`${name}: no JSON`);
      // Somebody was about to rely on it: what was known before is not good enough for that.
      if (fresh) known.answer.body.degraded = true;
    }
    // A page that is left takes its request with it, which says nothing of the server: the next page asks at once.
    known.due =
      failure && !visible()
        ? at
        : now() +
          pollDelayMs(
            env.random(),
            known,
            known.answer.body.next,
            (failure as Partial<AskedToWait> | undefined)?.retryAfter ?? 0,
          );
    post(known);
    // Where the visitor acted, or the server is in need, the next page is to know; else nothing is left (rule C10).
    try {
      (session as Store)[
        fresh || known.failures || (known.answer.body.crowding as number) > 1 ? 'setItem' : 'removeItem'
      ](name, JSON.stringify(known));
    } catch {
      // It is forbidden, or the site has filled it.
    }
    update();
    settle();
  }

  return {
    start() {
      try {
        adopt(JSON.parse((session as Store).getItem(name) as string) as Known);
      } catch {
        // Nothing is there, or what somebody else has written; or it is forbidden.
      }
      following = false;
      post(0);
      env.listen(update);
      update();
    },
    ready: new Promise((resolve) => (settle = resolve)),
    availability: () => shownAvailability(known.answer, now()),
    known: () => known,
    check: () => ask(true),
    stop() {
      stopped = true;
      env.close();
    },
  };
}
