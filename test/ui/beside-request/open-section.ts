import { act } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import type { InboxRow } from '../../../src/contract/inbox';
import type { Panel } from '../../../src/contract/panel';
import type { RequestChat } from '../../../src/contract/request-chat';
import { createServerClock } from '../../../static/app/server-clock';
import { startSection } from '../../../static/beside-request/section';
import { at } from '../../static/availability/panel-builder';
import { englishTexts } from '../english-texts';
import { fakeResolver, ok, type Answers, type FakeResolver } from '../fake-resolver';
import { settle } from '../render-page';

/** Mia's chat, who has been waiting for four minutes. */
const waitingRow: InboxRow = {
  conversationId: 'c'.repeat(22),
  customer: 'Mia Miller',
  kind: 'registered',
  confidence: 'unconfirmed',
  here: true,
  lastAt: at(-4),
  lastFrom: 'visitor',
  lastAgent: null,
  lastLine: 'A zip is stuck',
  firstLine: 'A zip is stuck',
  issueKey: 'SUP-4',
  issueUrl: 'https://example.atlassian.net/browse/SUP-4',
  status: 'Waiting for support',
  assignee: null,
  unanswered: true,
  waitingSince: at(-4),
  ended: false,
  failure: null,
  pending: 0,
};

export const bo = { accountId: 'bo', name: 'Bo Becker', avatarUrl: null };

export const aChat = (
  row: Partial<InboxRow> = {},
  more: Partial<RequestChat> & { continuesIn?: string } = {},
): RequestChat => {
  const { continuesIn, ...rest } = more;
  return {
    now: at(0),
    chat: {
      projectId: '1',
      row: { ...waitingRow, ...row },
      ...(continuesIn !== undefined && { continuesIn }),
    },
    anonymousName: '',
    waiting: { count: 1, isMore: false, longestSince: at(-4) },
    ...rest,
  };
};

const noChat: RequestChat = { now: at(0), chat: null, anonymousName: '', waiting: null };

export interface OpenSection extends FakeResolver {
  /** The page around it folds it away, or shows it again. */
  fold(isFolded: boolean): Promise<void>;
}

/** The section as the server describes it; `panel` or `chat` are what is answered for good. */
export async function openSection(
  { panel, chat = noChat }: { panel?: Panel; chat?: RequestChat },
  answers: Answers = {},
  /** Stands still at the panel builder's moment. */
  clock = createServerClock(() => 0),
): Promise<OpenSection> {
  // What the page asks by itself after a while, it asks where the test says that time passes.
  if (!vi.isFakeTimers()) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
  }
  let look: IntersectionObserverCallback = () => undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: IntersectionObserverCallback) {
        look = callback;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  const token = { channel: 'c', token: 't', expiresAt: at(60) };
  const resolver = fakeResolver({
    getLiveToken: [ok(token)],
    look: [ok(null)],
    getRequestChat: [ok(chat)],
    ...(panel && { getPanel: [ok(panel)] }),
    ...answers,
  });
  const root = document.createElement('main');
  document.body.append(root);
  const { call } = resolver;
  const section = startSection(root, { texts: englishTexts, call, clock, viewerId: 'ann', projectId: '1' });
  onTestFinished(() => {
    section.stop();
    root.remove();
    vi.unstubAllGlobals();
  });
  await settle();
  await settle();
  return {
    ...resolver,
    async fold(isFolded) {
      await act(async () => look([{ isIntersecting: !isFolded }] as never, undefined as never));
      await settle();
    },
  };
}
