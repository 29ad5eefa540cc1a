import { AVAILABILITY_CACHE_S, SCRIPT_CACHE_S } from '../../../../src/domain/limits';
import { createPoller } from '../../../../static/widget/launcher/poller';
import type { Availability } from '../../../../static/widget/frontdesk-api';
import { createFakeBrowser, type FakeTab } from '../fake-browser';
import type { SimulatedTime } from '../simulated-time';
import { exponential, spellOf, type VisitModel } from './visit';

const MINUTE = 60_000;

/** Milliseconds that browsers keep what the web trigger's `max-age` lets them keep; the config until it changes. */
const ANSWER_KEPT = AVAILABILITY_CACHE_S * 1_000;
const SCRIPT_KEPT = SCRIPT_CACHE_S * 1_000;
const CONFIG_KEPT = Infinity;

/** The web trigger as a visit meets it: every call is an invocation. */
export interface VisitServer {
  getAvailability: Parameters<typeof createPoller>[2];
  /** Resolves with whether it was answered. */
  load(what: 'script' | 'config'): Promise<boolean>;
}

export interface VisitListeners {
  onEnd(): void;
  /** The page came in front of somebody, or went away from there. */
  onLook(isVisible: boolean): void;
}

/** What becomes of a visit. */
export interface Visit {
  /** What its page shows; nothing while that is not in front of somebody, and before anything is known. */
  shows(): Availability['state'] | undefined;
}

/** One person on the site, from the first page to the last, on the widget's real poller. */
export function startVisit(
  time: SimulatedTime,
  server: VisitServer,
  model: VisitModel,
  random: () => number,
  { onEnd, onLook }: VisitListeners,
): Visit {
  const browser = createFakeBrowser(time, { random });
  const session = new Map<string, string>();
  const kept = { script: -Infinity, config: -Infinity };
  let visible = true;
  let tab: FakeTab | undefined;
  let over = false;
  let shown: (() => Availability['state'] | undefined) | undefined;

  /** From the browser's own cache when it is there. */
  async function load(what: 'script' | 'config', age: number): Promise<boolean> {
    if (time.now() - kept[what] < age) return true;
    const at = time.now();
    if (!(await server.load(what))) return false;
    kept[what] = at;
    return true;
  }

  /** As the browser's cache answers a page that begins. */
  let told: { at: number; body: Awaited<ReturnType<VisitServer['getAvailability']>> } | undefined;
  const getAvailability: VisitServer['getAvailability'] = async (fresh, cache) => {
    if (!cache && told && time.now() - told.at < ANSWER_KEPT) return told.body;
    const at = time.now();
    const body = await server.getAvailability(fresh, cache);
    told = { at, body };
    return body;
  };

  async function openPage(): Promise<void> {
    tab?.close();
    shown = undefined;
    const page = (tab = browser.open({ visible, session }));
    // Without its script there is no widget on this page.
    if (!(await load('script', SCRIPT_KEPT)) || tab !== page || over) return;
    let ready = false;
    let loading = false;
    let tried: unknown;
    // As the widget does: once something is to be drawn, what that needs; at most once for every answer.
    const draw = (): void => {
      if (ready || loading || /hidden|disabled/.test(poller.availability().state)) return;
      if (tried === poller.known().answer) return;
      tried = poller.known().answer;
      loading = true;
      void load('config', CONFIG_KEPT).then((loaded) => {
        loading = false;
        ready = loaded;
      });
    };
    const poller = createPoller(page.env, 'widget', getAvailability, draw);
    shown = () => (poller.known().answer.at ? poller.availability().state : undefined);
    poller.start();
  }

  function live(): void {
    const spell = spellOf(model, visible, random);
    const turnPages = (left: number): void => {
      const untilNext = exponential(model.pageMinutes, random);
      if (!visible || untilNext > left) {
        time.after(left * MINUTE, () => {
          if (over) return;
          visible = !visible;
          onLook(visible);
          if (visible) tab?.show();
          else tab?.hide();
          live();
        });
        return;
      }
      time.after(untilNext * MINUTE, () => {
        if (over) return;
        void openPage();
        turnPages(left - untilNext);
      });
    };
    turnPages(spell.minutes);
  }

  onLook(visible);
  void openPage();
  live();
  time.after(exponential(model.visitMinutes, random) * MINUTE, () => {
    over = true;
    tab?.close();
    if (visible) onLook(false);
    onEnd();
  });
  return { shows: () => (visible && !over ? shown?.() : undefined) };
}
