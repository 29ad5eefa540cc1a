import type { RequestTalk } from '../../../src/contract/request-talk';
import type { Environment, Store } from '../browser/environment';
import type { PanelHost, Setup } from '../contract';
import { saveConversation } from '../conversation/saved-conversation';
import { createPoller } from '../launcher/poller';
import { element, say } from '../panel/element';
import { createLazyMessages } from '../panel/lazy-messages';
import { nearestLocale } from '../panel/nearest-locale';
import { createTalk } from '../panel/talk';
import type { AskResolver } from './ask-resolver';
import { BESIDE_STYLE } from './beside-style';
import { comeBackTo } from './come-back-to';
import { createTalkClient } from './talk-client';

/** What is said beside a request, and nowhere else. */
export type BesideWords = Record<
  'alsoComment' | 'resolved' | 'final' | 'notYours' | 'failed' | 'tryAgain' | 'startNew',
  string
>;

interface RequestPanelOptions {
  askResolver: AskResolver;
  portalId: string;
  locale: string;
  local: Store;
  /** Of what the footer's frame knows: the frames of a page, and the tabs of a browser, ask once for all. */
  name: string;
  requestKey: string;
  newEnvironment(): Environment;
  words: BesideWords;
  place: HTMLElement;
  /** The chat at the foot of the page. */
  openChat(): void;
}

/** The customer's own request with somebody to talk to about it: the widget's panel, always open. */
export async function mountRequestPanel(options: RequestPanelOptions): Promise<void> {
  const { askResolver, locale, words, place } = options;
  const answer = await askResolver('getRequestTalk', { locale }).catch(() => null);
  if (answer?.ok) return answer.value.widget && draw(options, answer.value);
  const isTheirs = answer?.error.code !== 'not-found';
  const note = element('p', { role: 'status' }, words[isTheirs ? 'failed' : 'notYours']);
  const again = element('button', { type: 'button' }, words.tryAgain);
  const notice = element('div', { className: 'notice' }, note, isTheirs ? again : undefined);
  again.onclick = () => {
    notice.remove();
    void mountRequestPanel(options);
  };
  place.append(notice);
}

function draw(options: RequestPanelOptions, first: RequestTalk): void {
  const { askResolver, portalId, local, name, requestKey, newEnvironment, words, place } = options;
  const { widget } = first;
  if (!widget) return;
  const own = `${name}:${requestKey}`;
  // The server alone says which chat that is.
  if (widget.conversation) comeBackTo(local, own, widget.conversation);
  else saveConversation({ local }, own, null);

  const labels = { ...widget.labels, keys: words.alsoComment, ends: words.resolved };
  const setup: Setup = {
    ...widget,
    labels,
    // The request says what it is about.
    welcomeText: '',
    style: '',
    load: () => Promise.reject(new Error('all of it is here')),
  };
  const env = newEnvironment();
  const poller = createPoller(
    env,
    name,
    async () => {
      const answer = await askResolver('getPortalAvailability', { portalId });
      if (!answer.ok) throw new Error(answer.error.message);
      const { widget: _personal, ...body } = answer.value;
      return body;
    },
    update,
  );
  const host: Omit<PanelHost, 'view'> = { poller, setup, name: own, tell: () => undefined };

  const frame = element('div', { className: 'beside', lang: setup.locale });
  const root = frame.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(BESIDE_STYLE);
  root.adoptedStyleSheets = [sheet];
  const said = element('p', { className: 'said', role: 'status' });
  const about = element('p', { role: 'status' });
  const startNew = element('button', { type: 'button', onclick: options.openChat }, words.startNew);
  const aboutBox = element('div', { className: 'about' }, about, startNew);
  const messages = createLazyMessages(
    () => import('../panel/messages'),
    () => {
      const code = messages.code();
      if (code) sheet.replaceSync(BESIDE_STYLE + code.style);
      talk.draw();
    },
  );
  const talk = createTalk(
    {
      host,
      showUnread: () => undefined,
      locale: nearestLocale(setup.locale, navigator.languages),
      frame: { isOpen: () => true, announce: (text = '') => say(said, text) },
      env: newEnvironment(),
      client: createTalkClient(askResolver),
      messages,
      close: () => undefined,
    },
    '',
  );
  const [header, ...rest] = talk.content.parts;
  const group = element('div', { className: 'panel', role: 'group', 'aria-labelledby': 'title' });
  group.append(header ?? '', aboutBox, ...rest);
  root.append(group, said);

  let request = first.request ?? { resolved: false, reopens: true };
  let ended = request.resolved;
  let asking: Promise<void> | undefined;

  /** It was resolved, or opened again, while the page was open: whether a message opens it again, Jira says. */
  async function askAgain(): Promise<void> {
    const answer = await askResolver('getRequestTalk', { locale: options.locale }).catch(() => null);
    if (answer?.ok && answer.value.request) ({ request } = answer.value);
    asking = undefined;
    update();
  }

  let loading: Promise<void> | undefined;

  /** Where something follows from times. True: it is known. */
  function tellsTime(): boolean {
    const { nextOnlineAt } = poller.availability();
    const isNeeded = setup.hours ?? nextOnlineAt ?? poller.known().answer.body.closed;
    if (!isNeeded || host.clock) return true;
    loading ??= import('../clock/keep-time').then(
      ({ keepTime }) => {
        keepTime(host, setup, env);
        update();
      },
      () => (loading = undefined),
    );
    // Without hours of the visitor's own less is said, and nothing that is untrue.
    return !setup.hours;
  }

  function update(): void {
    if (!tellsTime()) return;
    const { saved, transcript } = talk.conversation.state();
    if (saved && transcript.n > 0 && transcript.ended !== ended) {
      ended = transcript.ended;
      asking ??= askAgain();
    }
    const isFinal = request.resolved && !request.reopens;
    aboutBox.classList.toggle('final', isFinal);
    // The panel says that of a chat by itself.
    const isSaid = request.resolved && (isFinal || !transcript.ended);
    aboutBox.hidden = !isSaid;
    startNew.hidden = !isFinal;
    say(about, isSaid ? words[isFinal ? 'final' : 'resolved'] : '');
    const isHidden = !saved && /hidden|disabled/.test(poller.availability().state);
    if (isHidden) frame.remove();
    else if (!frame.isConnected) place.append(frame);
    talk.draw();
  }

  talk.conversation.show(true);
  poller.start();
  if (talk.conversation.state().saved) void messages.load();
}
