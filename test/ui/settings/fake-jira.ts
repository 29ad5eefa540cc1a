import type { Answer, FunctionKey, Payload } from '../../../src/contract/functions';
import type { LivePing } from '../../../src/contract/live';
import { refuse } from '../../../src/domain/errors';

type Answers = { [F in FunctionKey]?: (payload: Payload<F>) => Answer<F> | Promise<Answer<F>> };
type AnyAnswer = (payload: unknown) => Answer<FunctionKey> | Promise<Answer<FunctionKey>>;

/** The Jira around a page: what its resolver is asked, what its flags say, and pings. */
export interface FakeJira {
  answers: Answers;
  asked: FunctionKey[];
  flags: string[];
  ping(ping: LivePing): void;
}

let jira: FakeJira;
let listeners: ((ping: LivePing) => void)[] = [];

/** A Jira whose resolver has these answers, and none to anything else. */
export function fakeJira(answers: Answers): FakeJira {
  listeners = [];
  jira = { answers, asked: [], flags: [], ping: (ping) => listeners.forEach((listen) => listen(ping)) };
  return jira;
}

const commands: Record<string, (payload: never) => unknown> = {
  invoke: ({ functionKey, payload }: { functionKey: FunctionKey; payload: unknown }) => {
    jira.asked.push(functionKey);
    const answer = jira.answers[functionKey] as AnyAnswer | undefined;
    return answer ? answer(payload) : refuse('unavailable', 'Nothing answers that.');
  },
  showFlag: ({ title }: { title: string }) => void jira.flags.push(title),
  subscribeRealtimeChannel: ({ onEvent }: { onEvent(ping: LivePing): void }) => {
    listeners.push(onEvent);
    return { unsubscribe: () => undefined };
  },
};

// Forge's bridge looks for it when it is loaded, once: import this file before any of the app's.
Object.assign(globalThis, {
  __bridge: { callBridge: async (command: string, payload: never) => commands[command]?.(payload) },
});
