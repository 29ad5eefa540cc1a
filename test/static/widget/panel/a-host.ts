import english from '../../../../locales/en-US.json';
import type { AvailabilityBody } from '../../../../src/contract/availability';
import type { PanelHost, Setup } from '../../../../static/widget/contract';
import type { ConversationState } from '../../../../static/widget/conversation/conversation';
import { EMPTY_TRANSCRIPT } from '../../../../static/widget/conversation/transcript';
import type { Availability } from '../../../../static/widget/frontdesk-api';

/** 12:00 in UTC, by the server's clock. */
const NOON = '2026-11-22T12:00:00Z';

export interface FakeHost extends Pick<
  PanelHost,
  'poller' | 'setup' | 'visitor' | 'context' | 'text' | 'refused' | 'clock'
> {
  now: Availability;
  /** How often the server was asked who is there. */
  checks: number;
  setup: Setup;
}

/** What the launcher lets a panel know: of a project where nobody is online, unless told otherwise. */
export function aHost(availability: Partial<Availability> = {}, setup: Partial<Setup> = {}): FakeHost {
  const body = { now: NOON } as AvailabilityBody;
  const host: FakeHost = {
    now: { state: 'offline', anonymous: false, until: null, nextOnlineAt: null, ...availability },
    checks: 0,
    setup: {
      style: '',
      labels: english.widget,
      locale: 'en-US',
      welcomeText: '',
      loginUrl: '',
      load: () => Promise.reject(new Error('it is there')),
      ...setup,
    },
    poller: {
      availability: () => host.now,
      known: () => ({ answer: { body, at: 0 }, due: 0, failures: 0 }),
      check() {
        host.checks++;
        return Promise.resolve();
      },
      ready: Promise.resolve(),
      start: () => undefined,
      stop: () => undefined,
    },
  };
  return host;
}

export const aSaved = { id: 'a', token: 'b', email: null, byMail: false, seen: 0, ended: false };

/** A conversation in which nothing was said yet. */
export const aState = (overrides: Partial<ConversationState> = {}): ConversationState => ({
  saved: aSaved,
  transcript: EMPTY_TRANSCRIPT,
  unsent: [],
  held: false,
  working: false,
  gone: false,
  agentTyping: false,
  unread: 0,
  starting: false,
  failure: undefined,
  registerFailure: undefined,
  lost: undefined,
  ...overrides,
});
