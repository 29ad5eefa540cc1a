import type { Call } from '../app/call';
import { createSight } from '../app/in-sight';
import { startLive, type Live } from '../app/live';
import { openDialog, type DialogPlace } from '../app/open-dialog';
import type { ServerClock } from '../app/server-clock';
import type { Texts } from '../app/texts';
import { openProjectPage } from '../availability/open-project-page';
import { askAgainAt, nextEnd } from '../availability/panel-at';
import { createPanelStore } from '../availability/panel-store';
import { createCompany } from '../chats/company/company';
import { onePress } from '../ui/one-press';
import { createMySwitch } from './my-switch';
import { createRequestChatStore } from './request-chat-store';
import { sectionLook } from './section-look';
import { createSectionView } from './section-view';

/** What is told in minutes is drawn anew so often. */
const DRAW_MS = 30_000;

export interface SectionNeeds {
  texts: Texts;
  call: Call;
  clock: ServerClock;
  viewerId: string;
  projectId: string;
}

/**
 * The chat of a request, who is online, and my own status, beside the request in Jira (rule D12): drawn from what the server
 * said and the time alone, and kept current while somebody can see it.
 */
export function startSection(
  root: HTMLElement,
  { texts, call, clock, viewerId, projectId }: SectionNeeds,
): { stop(): void } {
  const panels = createPanelStore({ call, clock, place: { projectId }, memory: null });
  const chats = createRequestChatStore({ call, clock });
  const mySwitch = createMySwitch(panels, clock, projectId);
  const company = createCompany({ call, viewerId });
  const sight = createSight((isHidden) => {
    draw();
    if (isHidden) return;
    if (live) live.refreshSoon();
    else askAll();
  });
  let live: Live | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDialogOpen = false;

  const view = createSectionView(root, texts, mySwitch, {
    openChat() {
      const chat = chats.getState().answer?.chat;
      if (chat) open({ projectId: chat.projectId, conversationId: chat.row.conversationId });
    },
    openDialog() {
      // "Select to try again", where the state is not known.
      live?.refreshSoon();
      open({ projectId });
    },
    retryWish() {
      const { failure } = panels.getState();
      if (failure) void panels.wish(failure.wish);
    },
    retry: askAll,
    openSettings() {
      const key = panels.getState().panel?.project?.key;
      if (key !== undefined) openProjectPage('project-settings', key);
    },
  });
  root.addEventListener('click', onePress.onClickCapture, true);
  root.addEventListener('keydown', onePress.onKeyDownCapture, true);

  /** One at a time, however often it is pressed until it is there. */
  function open(place: DialogPlace): void {
    if (isDialogOpen) return;
    isDialogOpen = true;
    void openDialog(texts, place, () => {
      isDialogOpen = false;
      askAll();
    });
  }

  function askAll(): void {
    void panels.refresh();
    void askChat();
  }

  /** Whoever is no agent here is told so once, and asks again when they are one. */
  async function askChat(): Promise<void> {
    const isRefused =
      chats.getState().failure === 'not-allowed' && panels.getState().panel?.me.isAgent === false;
    if (!isRefused) await chats.refresh();
  }

  function draw(): void {
    const now = clock.now();
    const known = {
      panels: panels.getState(),
      chats: chats.getState(),
      mine: mySwitch.getState(),
      others: company.getState().others,
    };
    // Whoever has the request open is at its chat as well (rule D4).
    company.at(sight.isHidden() ? null : (known.chats.answer?.chat?.row.conversationId ?? null));
    view.draw(sectionLook(texts, known, { viewerId, now }));
    clearTimeout(timer);
    if (sight.isHidden()) return;
    const end = known.panels.panel && nextEnd(known.panels.panel, now);
    timer = setTimeout(draw, Math.min(DRAW_MS, (end ?? Infinity) - now));
  }

  /** Most people who read a request have no part in its chat: for them one question is all. */
  function follow(): void {
    const { panel, loadFailure } = panels.getState();
    if (loadFailure === 'unavailable' || panel?.project)
      live ??= startLive({
        clock,
        isHidden: sight.isHidden,
        onLook: company.hear,
        concerns: (ids) => ids.includes(projectId),
        refresh: async (news) => {
          await Promise.all([news.status && panels.refresh(), news.conversations && askChat()]);
        },
      });
    live?.refreshAt(panel && askAgainAt(panel));
  }

  const unfollow = [
    panels.subscribe(follow),
    ...[panels, chats, mySwitch, company].map((store) => store.subscribe(draw)),
  ];
  if (!sight.isHidden()) askAll();
  draw();
  return {
    stop() {
      for (const each of unfollow) each();
      clearTimeout(timer);
      sight.stop();
      company.at(null);
      live?.stop();
    },
  };
}
