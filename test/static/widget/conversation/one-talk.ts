import type { Pulse } from '../../../../src/domain/pulse';
import { TYPING_MS } from '../../../../src/domain/limits';
import type { PollUse } from '../../../../src/domain/poll-use';
import type { PollMemory } from '../../../../src/ports';
import { pollConversation } from '../../../../src/usecases/poll-conversation';
import { createConversation } from '../../../../static/widget/conversation/conversation';
import { createPoller } from '../../../../static/widget/launcher/poller';
import { createFakeBrowser, START } from '../fake-browser';
import type { VisitServer } from '../launcher/one-visit';
import type { SimulatedTime } from '../simulated-time';
import { exponential, spellOf, type VisitModel } from '../launcher/visit';
import { loadedSteps } from './loaded-steps';

const MINUTE = 60_000;

/** How a chat goes. */
export interface TalkModel extends Pick<VisitModel, 'visibleShare' | 'lookMinutes'> {
  /** Minutes from one message to the next, whoever says it, on average. */
  pauseMinutes: number;
  /** Minutes that an agent types before a message appears. */
  typingMinutes: number;
}

export interface TalkServer {
  /** As the launcher on the same page asks. */
  getAvailability: VisitServer['getAvailability'];
  /** Every call is an invocation; it is obeyed when this resolves with true. */
  call(): Promise<boolean>;
  slowdown(): number;
  /** What this does to the agents. */
  agents: {
    changed(): void;
    opens(typing: number): void;
    replies(): void;
  };
}

/** Milliseconds from the moment a message is stored until Jira has it. */
const DELIVERY = 1_000;

/** As a process keeps count of what a page's polls cost. */
function aPollMemory(): PollMemory {
  const uses = new Map<string, PollUse>();
  return {
    read: (page) => uses.get(page),
    save: (page, use) => void uses.set(page, use),
    readAhead(page, ahead) {
      const use = uses.get(page);
      if (use) use.ahead = ahead ?? undefined;
    },
  };
}

/** One conversation that does not end, on the real pollers and the real answer to a poll. */
export function startTalk(
  time: SimulatedTime,
  server: TalkServer,
  model: TalkModel,
  random: () => number,
): void {
  const browser = createFakeBrowser(time, { random });
  const [launcher, panel] = [browser.open(), browser.open()];
  const { env } = panel;
  const now = (): number => START + time.now();
  const pulse: Pulse = {
    tokenHash: 'hash',
    n: 0,
    ended: false,
    typingUntil: 0,
    lastAt: now(),
    lastFrom: 'visitor',
    account: null,
    projectId: null,
    readAt: null,
  };
  const texts: { from: 'visitor' | 'agent'; at: number; clientMessageId: string | null }[] = [];
  const ports = {
    conversations: {
      pulse: () => Promise.resolve(pulse),
      events: (_id: string, from: number, to: number) =>
        Promise.resolve(
          texts.slice(from - 1, to).map(({ at, from: side, clientMessageId }, index) => ({
            n: from + index,
            at,
            kind: 'message' as const,
            from: side,
            author: null,
            text: 'text',
            clientMessageId,
          })),
        ),
    },
    polls: aPollMemory(),
    visits: { saveHere: () => Promise.resolve() },
    jira: { people: () => Promise.resolve(new Map<string, never>()) },
    clock: { now },
    crypto: { hash: () => 'hash', equal: () => true },
  } as unknown as Parameters<typeof pollConversation>[0];

  function say(from: 'visitor' | 'agent', clientMessageId: string | null): number {
    texts.push({ from, at: now(), clientMessageId });
    Object.assign(pulse, { n: texts.length, lastAt: now(), lastFrom: from });
    if (from === 'visitor') {
      server.agents.changed();
      time.after(DELIVERY, server.agents.changed);
    }
    return texts.length;
  }
  async function called(): Promise<void> {
    if (!(await server.call())) throw new Error('failed');
  }
  const iso = (): string => new Date(now()).toISOString();

  let ids = 0;
  const conversation = createConversation(
    {
      env,
      name: 'widget',
      newId: () => `message-${ids++}`,
      steps: loadedSteps,
      client: {
        async start({ clientMessageId }) {
          await called();
          say('visitor', clientMessageId);
          const visitor = { kind: 'anonymous', name: null, email: null } as const;
          return { conversationId: 'conversation', token: 'token', visitor, now: iso(), next: 3 };
        },
        async send(_id, { clientMessageId }) {
          await called();
          return { n: say('visitor', clientMessageId), now: iso() };
        },
        register: () => Promise.reject(new Error('nobody registers here')),
        async poll(conversationId, { token, after, here }) {
          await called();
          const polled = await pollConversation(ports, { conversationId, token, account: null, after, here });
          if (!polled.ok) throw new Error('a poll was refused');
          return polled.value;
        },
        slowdown: server.slowdown,
      },
    },
    { onUpdate: () => undefined, onMessage: () => undefined, onReturned: () => undefined },
  );

  function goOn(): void {
    const pause = exponential(model.pauseMinutes, random) * MINUTE;
    const isAgent = texts.at(-1)?.from === 'visitor';
    const typing = Math.min(pause, model.typingMinutes * MINUTE);
    if (isAgent) {
      time.after(pause - typing, () => {
        pulse.typingUntil = now() + Math.max(typing, TYPING_MS);
        server.agents.opens(typing);
      });
    }
    time.after(pause, () => {
      if (isAgent) {
        pulse.typingUntil = 0;
        server.agents.replies();
        say('agent', null);
        // Nobody goes on talking to a page that says it cannot send.
      } else if (conversation.state().unsent.length === 0) conversation.send('text');
      goOn();
    });
  }

  function look(visible: boolean): void {
    for (const { show, hide } of [launcher, panel]) {
      if (visible) show();
      else hide();
    }
    time.after(spellOf(model, visible, random).minutes * MINUTE, () => look(!visible));
  }

  createPoller(launcher.env, 'widget', server.getAvailability, () => undefined).start();
  conversation.show(true);
  void conversation.start({ message: 'text' });
  look(true);
  goOn();
}
