import type { Availability } from './availability';
import type { Environment } from './environment';
import type { Visitor } from './frontdesk-api';
import { createLauncherView, type LauncherView } from './launcher-view';
import { JUST_NOW, OPEN_SUFFIX, type Panel } from './panel-host';
import { createPoller } from './poller';
import type { Setup, Transport } from './transport';

/**
 * Puts icon, panel and poller together as `window.frontdesk`. Draws nothing before it is known that something is to
 * be drawn.
 */
export function startWidget(
  env: Environment,
  transport: Transport,
  /** Tells this widget's tabs and stored state from another's. */
  name: string,
  style: string,
  /** How to follow a link where the browser cannot: in the portal's frame. */
  follow?: (url: string) => void,
): void {
  const listeners = new Set<(availability: Availability) => void>();
  let told = '';
  let visitor: Visitor | undefined;
  /** Null: this page may not show the widget. */
  let setup: Setup | null | undefined;
  let view: LauncherView | undefined;
  let panel: Panel | undefined;
  let loading = false;
  /** Is the panel to be open? Not empty: since when. */
  let wanted = env.session?.getItem(name + OPEN_SUFFIX);

  const poller = createPoller(env, name, transport.getAvailability, draw);

  function draw(): void {
    const now = poller.availability();
    const text = JSON.stringify(now);
    if (text !== told) {
      told = text;
      // Each in a task of its own: a page's listener that throws must not stop the widget.
      for (const listener of listeners) queueMicrotask(() => listener(now));
    }
    // An open panel stays, with what was typed in it: it says that nobody is there.
    if (!panel && /hidden|disabled/.test(now.state)) {
      view?.host.remove();
      view = undefined;
    } else if (setup) {
      view ??= createLauncherView(style, setup.locale, () => (wanted ? close() : open()));
      view.show(now.state, setup.labels);
      panel?.update();
      if (wanted && !panel) void load();
    } else void load();
  }

  /** What is missing, one at a time: first what is needed to draw the icon, then the panel. */
  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      if (setup) {
        const { mountPanel } = await setup.loadPanel();
        if (wanted && view) {
          panel = mountPanel({
            env,
            poller,
            view,
            setup,
            name,
            visitor: () => visitor,
            wanted,
            close,
            follow,
          });
        }
      } else {
        setup = await transport.loadSetup();
        if (!setup) poller.stop();
      }
    } catch {
      // Tried again at the next click, or after the next answer.
      if (setup) {
        wanted = '';
        view?.show('openFailed', setup.labels);
      }
    }
    loading = false;
    // Unless it was destroyed in the meantime.
    if (setup && !view && window.frontdesk) draw();
  }

  function open(): void {
    wanted = JUST_NOW;
    panel?.focus();
    draw();
  }

  function close(): void {
    wanted = '';
    const closing = panel;
    panel = undefined;
    closing?.remove();
    draw();
  }

  poller.start();

  window.frontdesk = {
    getAvailability: () => poller.ready.then(poller.availability),
    on(_change, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    close,
    identify(who) {
      visitor = who;
      panel?.update();
    },
    destroy() {
      poller.stop();
      panel?.remove();
      view?.host.remove();
      delete window.frontdesk;
    },
  };
}
