import type { Answer, LauncherView, Setup, Transport } from '../contract';
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
  let told = '';
  /** Null: this page may not show the widget. */
  let setup: Setup | null | undefined;
  /** The answer after which that was asked for. */
  let tried: Answer | undefined;
  let view: LauncherView | undefined;
  let panel: Panel | undefined;
  let loading = false;
  let hidden = !!launcher;
  /** Key of the words for why a click opened nothing. */
  let failed: '' | 'refused' | 'openFailed' | 'noLine' = '';

  // Frameworks throw away what they did not make, and some the whole document (rule C13).
  const stay = (): void => {
    if (view && !view.host.isConnected) document.documentElement.append(view.host);
  };
  const poller = createPoller(env, name, transport.getAvailability, draw, stay);
  const host: Omit<PanelHost, 'setup' | 'view'> = {
    poller,
    name,
    wanted: session?.getItem(`${name}:open`),
    tell,
  };

  function tell<E extends keyof FrontdeskEvents>(event: E, news: FrontdeskEvents[E]): void {
    // Each in a task of its own: a page's listener that throws must not stop the widget.
    listeners.forEach(([to, listener]) => to === event && setTimeout(listener, 0, news));
  }

  function draw(): void {
    const now = poller.availability();
    if (told !== (told = JSON.stringify(now))) {
      tell('change', now);
      if (now.state === 'disabled') console.info(`${name}: unknown or off`);
    }
    // Of somebody who is signed in, no more than that there is one.
    const live = local?.getItem(`${name}:chat${(host.visitor ?? ({} as PageVisitor)).token ? 1 : ''}`);
    // A conversation stays, as does what was typed in an open panel: it says that nobody is there.
    if (!panel && !live && /hidden|disabled/.test(now.state)) {
      view?.host.remove();
      view = undefined;
    } else if (setup) {
      view ??= createLauncherView(setup.style, setup.locale, toggle);
      // Whoever clicked on the site's own launcher sees what failed, too.
      view.button.hidden = hidden && !failed;
      view.show(failed || (host.refused ?? now.state), setup.labels);
      panel?.update();
      if (!panel && (host.wanted || live)) void load();
      // Once for every answer: while there is none, asking for more would not help a server in need (figure F7).
    } else if (tried !== poller.known().answer) void load();
  }

  /** The page's policy refuses what the widget needs, and would again: told once (rule C13). */
  function onRefused({ disposition, blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void {
    // The other disposition is `report`, which refuses nothing.
    if (disposition > 'f' || host.refused || !blockedURI.includes(baseUrl as string)) return;
    host.refused = failed = 'refused';
    console.info(`${name}: refused by ${effectiveDirective}`);
    if (setup) draw();
    else poller.stop();
  }

  /** What is missing, one at a time: first what is needed to draw the icon, then the panel. */
  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      if (setup) {
        const code = await setup.loadPanel();
        failed = '';
        // Unless it was destroyed in the meantime.
        if (view && window.frontdesk) panel = code.mountPanel(Object.assign(host, { setup, view }));
      } else {
        tried = poller.known().answer;
        setup = await transport.loadSetup(tried.body.config);
        if (!setup) poller.stop();
      }
    } catch {
      // Tried again at the next click, or after the next answer.
      if (setup) {
        host.wanted = '';
        failed = navigator.onLine ? (host.refused ?? 'openFailed') : 'noLine';
        draw();
      }
    }
    loading = false;
    if (setup && !view && window.frontdesk) draw();
  }

  function want(wanted: PanelHost['wanted']): void {
    host.wanted = wanted;
    failed = '';
    draw();
  }

  function hide(to: boolean): void {
    hidden = to;
    want(to ? '' : host.wanted);
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
    getAvailability: () => poller.ready.then(poller.availability),
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
    hide: () => hide(true),
    show: () => hide(false),
    push: ([call, ...values]) => api[call] && (api[call] as (...values: unknown[]) => void)(...values),
    identify(visitor) {
      host.visitor = visitor;
      draw();
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
