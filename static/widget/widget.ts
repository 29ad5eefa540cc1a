import type { Availability } from './availability';
import type { Environment } from './environment';
import type { Frontdesk } from './frontdesk-api';
import { createLauncherView, lookOf, type LauncherView } from './launcher-view';
import type { Panel } from './panel-host';
import { createPoller } from './poller';
import type { Setup, Transport } from './transport';

interface WidgetOptions {
  env: Environment;
  transport: Transport;
  /** Tells this widget's tabs and stored state from another's. */
  name: string;
  style: string;
  side?: string;
  /** How to follow a link where the browser cannot: in the portal's frame. */
  follow?: (url: string) => void;
}

/** Puts icon, panel and poller together. Draws nothing before it is known that something is to be drawn. */
export function startWidget({ env, transport, name, style, side = '', follow }: WidgetOptions): Frontdesk {
  const openKey = `${name}:open`;
  const listeners = new Set<(availability: Availability) => void>();
  let told = '';
  let identified = false;
  let setup: Setup | undefined;
  let settingUp: Promise<void> | undefined;
  /** The project's settings do not allow this web site. */
  let refused = false;
  let view: LauncherView | undefined;
  let panel: Panel | undefined;
  let mounting: Promise<void> | undefined;
  let checking = false;
  // Open on the page before: open on this one too, but without taking the focus.
  let opened = env.session.read(openKey) === 'yes';
  let takeFocus = false;

  const poller = createPoller({ env, name, fetchAvailability: transport.fetchAvailability, onUpdate: draw });

  const availability = (): Availability => {
    const { state, ...rest } = poller.availability();
    return { state: refused ? 'disabled' : state, ...rest };
  };

  function draw(): void {
    const now = availability();
    tell(now);
    // An open panel stays, with what was typed in it: it says that nobody is there.
    if (/hidden|disabled/.test(now.state) && !panel) {
      opened = false;
      view?.remove();
    } else if (setup) {
      view ??= createLauncherView({
        style,
        side,
        locale: setup.locale,
        onClick: () => (opened ? close() : open()),
      });
      view.show(lookOf(now), setup.labels[lookOf(now)] ?? '');
      panel?.update(checking);
      if (opened && !panel) mounting ??= mount(setup, view);
    } else settingUp ??= loadSetup();
  }

  function tell(now: Availability): void {
    const text = JSON.stringify(now);
    if (text === told) return;
    told = text;
    // One by one and later: a page's listener that throws must not stop the widget.
    for (const listener of listeners) queueMicrotask(() => listener(now));
  }

  async function loadSetup(): Promise<void> {
    try {
      setup = (await transport.loadSetup()) ?? undefined;
      refused = !setup;
      if (refused) poller.stop();
      draw();
    } catch {
      // Tried again after the next answer.
      settingUp = undefined;
    }
  }

  async function mount(settings: Setup, { root, button, show }: LauncherView): Promise<void> {
    try {
      const { mountPanel } = await settings.loadPanel();
      if (!opened) return;
      panel = mountPanel({
        root,
        setup: settings,
        availability,
        answeredAt: poller.answeredAt,
        check,
        identified: () => identified || settings.identified,
        session: env.session,
        draftKey: `${name}:draft`,
        close,
        follow,
      });
      panel.update(checking);
      button.setAttribute('aria-expanded', 'true');
      if (takeFocus) panel.focus();
    } catch {
      opened = false;
      show(lookOf(availability()), settings.labels['openFailed'] ?? '');
    } finally {
      mounting = undefined;
    }
  }

  async function check(): Promise<Availability> {
    checking = true;
    draw();
    await poller.check();
    checking = false;
    draw();
    return availability();
  }

  function open(): void {
    if (opened) return panel?.focus();
    opened = takeFocus = true;
    env.session.write(openKey, 'yes');
    void check();
  }

  function close(): void {
    opened = false;
    env.session.write(openKey, '');
    if (!panel) return;
    panel.remove();
    panel = undefined;
    view?.button.setAttribute('aria-expanded', 'false');
    view?.button.focus();
    draw();
  }

  poller.start();

  return {
    getAvailability: () => poller.ready.then(availability),
    on(event, listener) {
      if (event !== 'change') throw new TypeError('frontdesk.on: only "change"');
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    close,
    identify(visitor) {
      if (!visitor?.name || !/.@./.test(visitor.email)) {
        throw new TypeError('frontdesk.identify: {name, email}');
      }
      identified = true;
      draw();
    },
    destroy() {
      poller.stop();
      listeners.clear();
      opened = false;
      panel?.remove();
      view?.remove();
    },
  };
}
