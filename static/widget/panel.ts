import { h, render } from 'preact';
import { backAt } from './back-at';
import { nextStep } from './next-step';
import type { MountPanel } from './panel-host';
import { PANEL_STYLE } from './panel-style';
import { PanelView } from './panel-view';

const LOOKS = {
  online: 'online',
  unknown: 'unknown',
  offline: 'offline',
  hidden: 'offline',
  disabled: 'offline',
} as const;

const STATE_WORDS = { online: 'stateOnline', offline: 'stateOffline', unknown: 'stateUnknown' } as const;

/** The lazy part: what a visitor sees after a click on the icon. */
export const mountPanel: MountPanel = (host) => {
  const { root, setup, session, draftKey } = host;
  const { labels } = setup;
  let draft = session.read(draftKey) ?? '';
  let checking = false;
  let starting = false;
  let asked = false;
  let copied: 'copied' | 'copyFailed' | undefined;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PANEL_STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const dialog = root.appendChild(document.createElement('div'));
  dialog.className = 'panel';
  dialog.role = 'dialog';
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'state');

  function draw(): void {
    const now = host.availability();
    const look = checking ? 'unknown' : LOOKS[now.state];
    const visitor = { identified: host.identified(), alwaysAnonymous: setup.alwaysAnonymous };
    // From what is known now, not when it was asked: the last agent may have left since.
    const step = asked && !checking ? nextStep(now, visitor) : undefined;
    render(
      h(PanelView, {
        labels,
        look,
        state: labels[checking ? 'checking' : STATE_WORDS[look]] ?? '',
        back:
          look === 'offline'
            ? backAt(now.nextOnlineAt, Date.parse(host.answeredAt() ?? ''), labels, setup.locale)
            : '',
        welcomeText: setup.welcomeText,
        draft,
        step,
        link: step === 'toForm' ? setup.requestUrl : setup.loginUrl,
        newTab: !host.follow,
        busy: starting,
        copied,
        onType(text) {
          draft = text;
          copied = undefined;
          session.write(draftKey, text);
          draw();
        },
        onContinue: () => void start(),
        onCopy: () => void copy(),
        onFollow(event) {
          if (!host.follow) return;
          event.preventDefault();
          host.follow(event.currentTarget instanceof HTMLAnchorElement ? event.currentTarget.href : '');
        },
        onClose: host.close,
      }),
      dialog,
    );
  }

  async function start(): Promise<void> {
    if (starting) return;
    starting = true;
    await host.check();
    starting = false;
    asked = true;
    draw();
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(draft);
      copied = 'copied';
    } catch {
      copied = 'copyFailed';
      dialog.querySelector('textarea')?.select();
    }
    draw();
  }

  return {
    update(check) {
      checking = check;
      draw();
    },
    focus: () => dialog.querySelector('textarea')?.focus(),
    remove() {
      render(null, dialog);
      dialog.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((used) => used !== sheet);
    },
  };
};
