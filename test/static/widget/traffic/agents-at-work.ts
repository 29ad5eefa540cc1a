import { TYPING_NOTICE_MS } from '../../../../src/domain/limits';
import { createRefreshPacing } from '../../../../static/app/refresh-pacing';
import type { Installation } from './installation';
import type { SimulatedTime } from '../simulated-time';

const MINUTE = 60_000;

/** As the background script has it. */
const FLAGS_SPACING = 20_000;

/** What agents' windows and hands call while they chat. */
export interface AgentsAtWork {
  /** Somebody other than an agent's own window changed this conversation. */
  changed(conversation: number): void;
  /** Its agent opens it and types for so long, milliseconds. */
  opens(conversation: number, typing: number): void;
  replies(conversation: number): void;
}

/** Agents of one project, each with an inbox open on a Jira page and some of the conversations to answer. */
export function startAgents(
  time: SimulatedTime,
  { call }: Pick<Installation, 'call'>,
  { agents, random }: { agents: number; random: () => number },
): AgentsAtWork {
  const ask = (): void => void call('agents');

  /** Fetches what pings tell of, in the windows' own step. */
  function window(spacing?: number): () => void {
    const pacing = createRefreshPacing(spacing);
    let waits = false;
    return () => {
      if (waits) return;
      waits = true;
      time.after(pacing.delay(time.now()), () => {
        waits = false;
        pacing.ran(time.now());
        ask();
      });
    };
  }

  const windows = Array.from({ length: agents }, () => ({ list: window(), flags: window(FLAGS_SPACING) }));
  /** The conversation that an agent has open. */
  const open = new Map<number, number>();
  const agentOf = (conversation: number): number => conversation % agents;

  for (let agent = 0; agent < agents; agent++) {
    // The status of two windows, once a minute: of the inbox and of the page around it.
    const slowly = (): void => {
      ask();
      ask();
      time.after(MINUTE, slowly);
    };
    time.after(random() * MINUTE, slowly);
  }

  function ping(): void {
    for (const { list, flags } of windows) {
      list();
      flags();
    }
  }

  return {
    changed(conversation) {
      if (open.get(agentOf(conversation)) === conversation) ask();
      ping();
    },
    opens(conversation, typing) {
      open.set(agentOf(conversation), conversation);
      ask();
      for (let at = 0; at < typing; at += TYPING_NOTICE_MS) time.after(at, ask);
    },
    replies() {
      ask();
      ping();
    },
  };
}
