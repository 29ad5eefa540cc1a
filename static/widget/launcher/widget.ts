import type { Answer, Draw, LauncherView, Setup, Transport } from '../contract';
import type { Environment } from '../browser/environment';
import type { Frontdesk, FrontdeskEvents, PageVisitor } from '../frontdesk-api';
import { createLauncherView } from './launcher-view';
import { JUST_NOW, type Panel, type PanelHost } from '../contract';
import { createPoller } from './poller';

/**
 * Puts icon, panel and poller together as `window.frontdesk`. Draws nothing before it is known that something is to
 * be drawn.
 */
export function startWidget(
  env: Environment,
  transport: Transport,
  /** Tells this widget's tabs and stored state from another's. */
  name: string,
  /** Finds what opens and closes the panel instead of the icon, which is not drawn then. */
  launcher?: string | null,
  /** Where all of it comes from, on pages whose policy may refuse that. */
  baseUrl?: string,
): void {
  const { session, local } = env;
  const listeners = new Set<[event: string, listener: (news: never) => void]>();
  let told: string | undefined;
  /** Null: this page may not show the widget. */
  let setup: Setup | null | undefined;
  /** The answer after which what is missing was asked for. */
  let tried: Answer | 0 | undefined;
  let view: LauncherView | undefined;
  let panel: Panel | undefined;
  let loading: boolean | undefined;
  let hidden: unknown = launcher;
  /** Key of the words for why a click opened nothing. */
  let failed: '' | 'refused' | 'openFailed' | 'noLine' | undefined;

  const poller = createPoller(env, name, transport.getAvailability, draw);
  const host = {
    poller,
    name,
    wanted: session?.getItem(`${name}:open`),
    tell,
  } as PanelHost;

  function tell<E extends keyof FrontdeskEvents>(event: E, news: FrontdeskEvents[E]): void {
    // Each in a task of its own: a page's listener that throws must not stop the widget.
    listeners.forEach(([to, listener]) => to === event && setTimeout(listener, 0, news));
  }

  /** Settles when what is to be drawn is known. */
  function draw(): ReturnType<Draw> {
    const now = poller.availability();
    const { answer } = poller.known();
    const isNew = tried !== (tried = answer);
    // Of somebody who is signed in, no more than that there is one.
    const live = local?.getItem(`${name}:chat${(host.visitor ?? ({} as PageVisitor)).token ? 1 : ''}`);
    // A conversation stays, as does what was typed in an open panel: it says that nobody is there.
    if (!panel && !live && /hidden|disabled/.test(now.state)) {
      view?.host.remove();
    } else if (setup) {
      view ??= createLauncherView(setup.style, setup.locale, toggle);
      // Frameworks throw away what they did not make, and some the whole document (rule C13).
      if (!view.host.isConnected) document.documentElement.append(view.host);
      // Whoever clicked on the site's own launcher sees what failed, too.
      view.button.hidden = (hidden && !failed) as boolean;
      if (panel) panel.update();
      else {
        // oxlint-disable-next-line typescript/prefer-nullish-coalescing -- Without brackets it packs better.
        view.show(failed || host.refused || now.state, setup.labels);
        if (host.wanted || (live && isNew)) void load();
      }
      // Without it less is said.
      if (isNew && !host.clock && (now.nextOnlineAt || answer.body.closed)) loadClock(setup).catch(draw);
    } else {
      // Once for every answer: while there is none, asking for more would not help a server in need (figure F7).
      return isNew && load();
    }
    if (told !== (told = JSON.stringify(now))) {
      tell('change', now);
      if (now.state === 'disabled') console.info(`${name}: unknown or off`);
    }
  }

  /** The page's policy refuses what the widget needs, and would again: told once (rule C13). */
  function onRefused(event: SecurityPolicyViolationEvent): void {
    // The other disposition is `report`, which refuses nothing.
    if (event.disposition > 'f' || host.refused || !event.blockedURI.includes(baseUrl as string)) return;
    host.refused = failed = 'refused';
    console.info(`${name}: refused by ${event.effectiveDirective}`);
    if (!setup) poller.stop();
  }

  async function loadClock(to: Setup): Promise<void> {
    (await to.load('clock')).keepTime(host, to, env);
  }

  /** What is missing, one at a time: first what is needed to draw the icon, then the panel. */
  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      if (setup) {
        const code = await setup.load('panel');
        failed = '';
        // Unless it was destroyed in the meantime.
        if (window.frontdesk) {
          host.setup = setup;
          host.view = view as LauncherView;
          panel = code.mountPanel(host);
        }
      } else {
        const loaded = await transport.loadSetup(poller.known().answer.body.config);
        // Before they are known nothing is drawn.
        if (loaded?.hours) await loadClock(loaded);
        setup = loaded;
        // More may be to be loaded now.
        if (setup) tried = 0;
        else poller.stop();
      }
    } catch {
      // Tried again at the next click, or after the next answer.
      if (setup) {
        host.wanted = '';
        failed = navigator.onLine ? (host.refused ?? 'openFailed') : 'noLine';
      }
    }
    loading = false;
    if (window.frontdesk) void draw();
  }

  function want(wanted: PanelHost['wanted']): void {
    host.wanted = wanted;
    failed = '';
    void draw();
  }

  function toggle(): void {
    want(host.wanted ? '' : JUST_NOW);
  }

  /** A script of the page may click on the document, too. */
  function onClick({ target }: { target: unknown }): void {
    if (launcher && (target as Element).closest && (target as Element).closest(launcher)) toggle();
  }

  env.listen(onClick, 'click');
  env.listen(onRefused, 'securitypolicyviolation');
  poller.start();

  const api: Frontdesk = (window.frontdesk = {
    getAvailability: () => poller.ready.then(() => poller.availability()),
    on(...entry) {
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    open(options) {
      host.text = options?.text;
      want(JUST_NOW);
    },
    close: () => want(''),
    toggle,
    hide() {
      hidden = true;
      want('');
    },
    show() {
      hidden = false;
      want(host.wanted);
    },
    push: ([call, ...values]) => api[call] && (api[call] as (...values: unknown[]) => void)(...values),
    identify(visitor) {
      host.visitor = visitor;
      void draw();
    },
    context(values) {
      host.context = values;
    },
    destroy() {
      poller.stop();
      panel?.remove();
      view?.host.remove();
      local?.removeItem(`${name}:chat`);
      delete window.frontdesk;
    },
  });
}
