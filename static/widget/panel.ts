import { h, render } from 'preact';
import { backAt } from './back-at';
import type { Visitor } from './frontdesk-api';
import { nextStep } from './next-step';
import { JUST_NOW, OPEN_SUFFIX, type MountPanel } from './panel-host';
import { PANEL_STYLE } from './panel-style';
import { PanelView } from './panel-view';

const STATE_WORDS = { online: 'stateOnline', offline: 'stateOffline', unknown: 'stateUnknown' } as const;

/** The lazy part: what a visitor sees after a click on the icon. */
export const mountPanel: MountPanel = ({
  env: { session },
  poller,
  view: { button },
  setup,
  name,
  visitor,
  wanted,
  close,
  follow,
}) => {
  const { labels } = setup;
  const root = button.getRootNode() as ShadowRoot;
  const draftKey = `${name}:draft`;
  let draft = session?.getItem(draftKey) ?? '';
  let checking = false;
  let starting = false;
  let asked = false;
  /** Said only once. */
  let refused: Visitor | undefined;
  let copied: 'copied' | 'copyFailed' | undefined;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PANEL_STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const dialog = root.appendChild(document.createElement('div'));
  dialog.className = 'panel';
  dialog.role = 'dialog';
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'state');

  function identified(): boolean {
    const said = visitor();
    if (!said) return setup.identified === true;
    const isComplete = Boolean(said.name) && /.@./.test(said.email);
    if (!isComplete && said !== refused) {
      refused = said;
      console.warn('frontdesk.identify was ignored: pass {name, email}, both filled in.');
    }
    return isComplete || setup.identified === true;
  }

  function draw(): void {
    const now = poller.availability();
    const known = now.state === 'online' || now.state === 'unknown' ? now.state : 'offline';
    const look = checking ? 'unknown' : known;
    // From what is known now, not when it was asked: the last agent may have left since.
    const step = asked && !checking ? nextStep(now, identified() || setup.anonymous === 'always') : undefined;
    const serverNow = Date.parse(poller.now());
    render(
      h(PanelView, {
        labels,
        look,
        state: labels[checking ? 'checking' : STATE_WORDS[look]] ?? '',
        back: look === 'offline' ? backAt(now.nextOnlineAt, serverNow, labels, setup.locale) : '',
        welcomeText: setup.welcomeText,
        draft,
        step,
        link: step === 'toForm' ? setup.requestUrl : setup.loginUrl,
        newTab: !follow,
        busy: starting,
        copied,
        onType(text) {
          draft = text;
          copied = undefined;
          session?.setItem(draftKey, text);
          draw();
        },
        onContinue: () => void start(),
        onCopy: () => void copy(),
        onFollow(event) {
          if (!follow) return;
          event.preventDefault();
          follow(event.currentTarget.href);
        },
        onClose: close,
      }),
      dialog,
    );
  }

  /** Rule C4: nobody is promised whom the server does not know of now. */
  async function check(): Promise<void> {
    checking = true;
    draw();
    await poller.check();
    checking = false;
    draw();
  }

  async function start(): Promise<void> {
    if (starting) return;
    starting = asked = true;
    await check();
    starting = false;
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

  function remove(): void {
    render(null, dialog);
    dialog.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((used) => used !== sheet);
    session?.setItem(name + OPEN_SUFFIX, '');
    button.setAttribute('aria-expanded', 'false');
    button.removeEventListener('keydown', onKey);
    button.focus();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.type === 'keydown' && event.key === 'Escape' && !event.isComposing) close();
    // The page's own shortcuts are not meant by what is typed here.
    if (event.currentTarget === dialog) event.stopPropagation();
  }

  const focus = (): void => dialog.querySelector('textarea')?.focus();

  session?.setItem(name + OPEN_SUFFIX, 'yes');
  button.setAttribute('aria-expanded', 'true');
  button.addEventListener('keydown', onKey);
  for (const type of ['keydown', 'keypress', 'keyup'] as const) dialog.addEventListener(type, onKey);
  if (wanted === JUST_NOW) {
    void check();
    focus();
  } else draw();

  return { update: draw, focus, remove };
};
