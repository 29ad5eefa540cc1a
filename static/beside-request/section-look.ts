import type { Panel } from '../../src/contract/panel';
import type { ErrorCode } from '../../src/domain/errors';
import { errorText } from '../app/error-text';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';
import { indicatorLook, unknownLook, type IndicatorLook } from '../availability/flags/indicator-look';
import { isStaleAt } from '../availability/is-stale-at';
import { panelAt } from '../availability/panel-at';
import type { PanelState } from '../availability/panel-store';
import type { Companion } from '../chats/company/company';
import { companyWords } from '../chats/company/company-words';
import { knownPeople } from '../chats/company/known-people';
import { chatLook, type ChatLook, type ChatViewer } from './chat-look';
import type { SwitchState } from './my-switch';
import { noticeLooks, type NoticeLook } from './notices-look';
import { ownLook, type OwnLook } from './own-look';
import type { RequestChatState } from './request-chat-store';
import { whoWords } from './who-words';

/** All that is shown beside a request. */
export interface SectionLook {
  /** Nothing is known yet. */
  isBusy: boolean;
  /** Since when nothing new is known; empty: it is current. */
  stale: string;
  /** Null: the request is no chat. */
  chat: ChatLook | null;
  /** Which colleagues are at the chat, too; empty: none (rule D4). */
  company: string;
  /** Null: there is no status to show, and nobody to count. */
  status: StatusLook | null;
  /** Why there is none, and what to do; null: there is. */
  instead: { text: string; action: 'retry' | 'settings' | null } | null;
  /** Who is online here. */
  who: string;
}

export interface StatusLook {
  icon: IndicatorLook;
  /** Null: this person has none here, or it is not known. */
  own: OwnLook | null;
  notices: NoticeLook[];
  isPending: boolean;
}

export interface Known {
  panels: PanelState;
  chats: RequestChatState;
  mine: SwitchState;
  others: Companion[];
}

export function sectionLook(
  texts: Texts,
  { panels, chats, mine, others }: Known,
  viewer: ChatViewer,
): SectionLook {
  const { now } = viewer;
  const panel = panels.panel && panelAt(panels.panel, now);
  const since = Math.min(panels.staleSince ?? Infinity, chats.staleSince ?? Infinity);
  const isStale = isStaleAt(since === Infinity ? null : since, now);
  const { answer } = chats;
  // How long somebody has been waiting since then, nobody knows (C8).
  const asOf = isStale ? { ...viewer, now: since } : viewer;
  const chat = answer?.chat ? chatLook(texts, { ...answer, chat: answer.chat }, asOf) : null;
  const project = panel?.project;
  const base = {
    isBusy: !panel && panels.loadFailure === null,
    stale: isStale ? texts.t('inbox.stale', { time: clockTime(since, now, texts) }) : '',
    chat: chat && isStale ? lastKnown(texts, chat) : chat,
    company: answer?.chat
      ? companyWords(texts, others, knownPeople({ row: answer.chat.row, messages: [] }, panel?.agents ?? []))
      : '',
    instead: insteadOf(texts, panel, panel ? chats.failure : panels.loadFailure),
  };
  if (!panel || !project?.chatEnabled) return { ...base, status: null, who: '' };
  const waiting = answer?.waiting && {
    ...answer.waiting,
    longestSince: Date.parse(answer.waiting.longestSince),
  };
  const icon = isStale ? unknownLook(texts, panel) : indicatorLook(texts, panel, waiting, now);
  const isShown = panel.me.isAgent && !isStale;
  return {
    ...base,
    status: {
      // Whether the header shows one does not matter here.
      icon: { ...icon, visible: true },
      own: isShown ? ownLook(texts, panel, project, { now, chosen: mine.chosen }) : null,
      notices: isShown
        ? noticeLooks(texts, { panel, projectId: project.id, failure: panels.failure }, mine)
        : [],
      isPending: panels.pending !== null,
    },
    who: isStale ? '' : whoWords(texts, panel, project.name, now).join(' '),
  };
}

/** What was true once. */
const lastKnown = (texts: Texts, look: ChatLook): ChatLook => ({
  ...look,
  state: 'unknown',
  title: texts.t('beside.lastKnown', { state: look.title }),
  facts: [],
});

function insteadOf(
  texts: Texts,
  panel: Panel | null,
  /** Why it is not known what is to be shown here. */
  failure: ErrorCode | null,
): SectionLook['instead'] {
  const { t } = texts;
  const failed =
    failure === null
      ? null
      : { text: errorText(texts, failure), action: failure === 'unavailable' ? ('retry' as const) : null };
  if (!panel) return failed;
  const { project, me } = panel;
  if (!project) return { text: t('inbox.notAgentHereBody'), action: null };
  if (!project.chatEnabled) {
    const text = `${t('agent.noChatIn', { project: project.name })}. ${t('agent.noChatInBody', { page: t('module.projectSettings') })}`;
    return { text, action: me.mayPutOffline ? 'settings' : null };
  }
  if (!me.isAgent) return { text: t('agent.notAgent', { project: project.name }), action: null };
  return failed;
}
