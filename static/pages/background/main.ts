import { events, showFlag, view } from '@forge/bridge';
import type { Answer, Payload } from '../../../src/contract/functions';
import type { Waiting } from '../../../src/contract/inbox';
import type { Panel } from '../../../src/contract/panel';
import { OPEN_CONVERSATION_EVENT, READ_EVENT, conversationIdOf } from '../../chats/news/inbox-events';
import { openSpeaker } from '../../chats/news/new-message-sound';
import { createSoundInOneWindow } from '../../chats/news/sound-in-one-window';
import { createWaitingNews } from '../../chats/news/waiting-news';
import { createTurn } from '../../app/browser/turn';
import { windowChannel } from '../../app/browser/window-channel';
import { callResolver } from '../../app/call-resolver';
import { startLive, type Live, type News } from '../../app/live';
import { loadTexts } from '../../app/load-texts';
import { openDialog, type DialogPlace } from '../../app/open-dialog';
import { askAgainAt, nextEnd, panelAt } from '../../availability/panel-at';
import { createServerClock } from '../../app/server-clock';
import { askWhetherRead } from '../../chats/news/ask-whether-read';
import './background.css';
import '../../availability/flags/indicator.css';
import { browserClaims } from '../../app/claims/browser-claims';
import { needsOtherNotices, nextEndingSoon } from '../../availability/flags/due-flags';
import { firstAnswer } from './first-answer';
import { createFlags } from '../../availability/flags/flags';
import { indicatorLook, unknownLook, waitingOn } from '../../availability/flags/indicator-look';
import { createIndicatorView } from '../../availability/flags/indicator-view';
import { pageProject } from '../../app/page-project';

/** An older answer than this is not shown as true any more: three slow refreshes failed. */
const STALE_MS = 180_000;
/** Where messages never end, flags may come a little later: they are fetched on every Jira page. */
const FLAGS_SPACING_MS = 20_000;
/** Long timers are set in steps: a browser's timer holds 24 days at most and stands still during sleep. */
const LOOK_AGAIN_MS = 10 * 60_000;
/** A flag that was shown is remembered for longer than the server tells about it (a day). */
const REMEMBER_FLAGS_MS = 3 * 24 * 60 * 60_000;
/** A sound is for what was said just now. */
const REMEMBER_SOUNDS_MS = 60 * 60_000;
const MINUTE_MS = 60_000;

/** Runs on every Jira page: draws the indicator, opens the dialog, raises flags. */
async function startIndicator(): Promise<void> {
  const button = document.querySelector('button');
  if (!button) throw new Error('The indicator is missing in the page');
  const indicator = createIndicatorView(button);
  void view.theme.enable();
  const { accountId = '', locale } = await view.getContext();
  const texts = await loadTexts(locale);
  document.documentElement.lang = texts.locale;
  const clock = createServerClock();
  let panel: Panel | null = null;
  let waiting: Waiting | null = null;
  let answeredAt = clock.now();
  let live: Live | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dialogIsOpen = false;
  const first = firstAnswer(() => void refreshStatus());

  // Both need the windows of one person in one browser to agree; of two persons each has their own.
  const shows = createTurn(`frontdesk.shows.${accountId}`, () => void showAgain());
  const listens = createTurn(`frontdesk.listens.${accountId}`);
  const takeTurns = (): void => (document.visibilityState === 'hidden' ? shows.leave() : shows.take());
  const flags = createFlags({
    texts,
    clock,
    call: callResolver,
    showFlag,
    seen: browserClaims('flags', accountId, REMEMBER_FLAGS_MS),
    shows: shows.has,
    openDialog: (projectId) => void openOnce({ projectId }),
    openChats: (projectId, conversationId) => void openChats(projectId, conversationId),
    onChanged: () => void refreshStatus(),
  });
  const news = createWaitingNews({
    texts,
    clock,
    call: callResolver,
    showFlag,
    shows,
    listens,
    sound: createSoundInOneWindow({
      channel: windowChannel(`frontdesk.sound.${accountId}`),
      once: browserClaims('sounds', accountId, REMEMBER_SOUNDS_MS),
      now: clock.now,
      openSpeaker,
    }),
    isRead: askWhetherRead,
    openChats: (projectId, conversationId) => void openChats(projectId, conversationId),
    onWaiting: (known) => {
      waiting = known;
      draw();
    },
  });

  async function openChats(projectId: string, conversationId: string): Promise<void> {
    if (!dialogIsOpen) return openOnce({ projectId, conversationId });
    await events.emit(OPEN_CONVERSATION_EVENT, { projectId, conversationId }).catch(() => undefined);
  }

  async function openOnce(place: DialogPlace): Promise<void> {
    if (dialogIsOpen) return;
    dialogIsOpen = true;
    await openDialog(texts, place, () => {
      dialogIsOpen = false;
      void refreshStatus();
    });
  }

  async function refresh(heard: News): Promise<void> {
    await Promise.all([heard.status && refreshStatus(), heard.conversations && isAgent() && news.tell()]);
  }

  const isAgent = (): boolean => panel?.projects.some((mine) => mine.isAgent) ?? false;

  async function showAgain(): Promise<void> {
    await news.showAgain();
    if (panel) await flags.tell(panelAt(panel, clock.now()), panel.me.notices);
  }

  async function refreshStatus(): Promise<void> {
    const previous = panel;
    const answer = await panelOf(pageProject((await view.getContext()).extension));
    if (!answer.ok) {
      if (!panel && answer.error.code === 'unavailable') first.failed();
      // No timer rang while the computer slept: what ended meanwhile is drawn as it is now.
      if (clock.now() - answeredAt > STALE_MS) indicator.draw(unknownLook(texts, panel));
      else draw();
      // Nor did a flag's time pass: what nobody is asked any more is not asked on.
      if (panel) void flags.tell(panelAt(panel, clock.now()), []);
      return;
    }
    first.came();
    panel = answer.value;
    clock.set(panel.now);
    answeredAt = clock.now();
    draw();
    // Most people on a site have no part in any chat: for them one question per page is all.
    if (panel.projects.length > 0 || panel.project)
      live ??= startLive({ clock, refresh, spacing: FLAGS_SPACING_MS, listensHidden: news.listensHidden });
    live?.refreshAt(askAgainAt(panel));
    const { notices } = panel.me;
    const elsewhere = needsOtherNotices(panel, previous, clock.now())
      ? await callResolver('getPanel', {})
      : null;
    await flags.tell(panel, elsewhere?.ok ? elsewhere.value.me.notices : notices);
  }

  /** Draws what is true now and looks again when the next thing ends or is about to. */
  function draw(): void {
    if (!panel) return;
    const now = clock.now();
    const current = panelAt(panel, now);
    const who = waitingOn(current, waiting);
    indicator.draw(indicatorLook(texts, current, who, now));
    const next = Math.min(
      nextEnd(panel, now) ?? Infinity,
      nextEndingSoon(panel.projects, now) ?? Infinity,
      // The wait grows by the minute.
      who ? now + MINUTE_MS - ((now - who.longestSince) % MINUTE_MS) + 1 : Infinity,
    );
    clearTimeout(timer);
    timer = setTimeout(onTime, Math.min(LOOK_AGAIN_MS, next - now));
  }

  function onTime(): void {
    draw();
    if (panel) void flags.tell(panelAt(panel, clock.now()), []);
  }

  button.addEventListener('click', () => {
    const project = panel?.project;
    // "Click to try again", where the state is not known.
    live?.refreshSoon();
    void openOnce(project ? { projectId: project.id } : {});
  });
  events
    .on(READ_EVENT, (payload: unknown) => news.close(conversationIdOf(payload) ?? ''))
    .catch(() => undefined);
  takeTurns();
  document.addEventListener('visibilitychange', takeTurns);
  listens.take();
  await refreshStatus();
}

/** An address may name a project that is gone or that I cannot see: then all of mine count. */
async function panelOf(place: Payload<'getPanel'>): Promise<Answer<'getPanel'>> {
  const answer = await callResolver('getPanel', place);
  const unseen = !answer.ok && (answer.error.code === 'not-found' || answer.error.code === 'not-allowed');
  return unseen && Object.keys(place).length > 0 ? callResolver('getPanel', {}) : answer;
}

// Without the bridge there is no Jira around this page and nothing to draw into: it stays invisible.
startIndicator().catch(() => undefined);
