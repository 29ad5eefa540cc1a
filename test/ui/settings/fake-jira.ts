import type { Answer, FunctionKey, Payload } from '../../../src/contract/functions';
import type { LivePing } from '../../../src/contract/live';
import { refuse } from '../../../src/domain/errors';
import { connectBridge } from '../fake-bridge';

type Answers = { [F in FunctionKey]?: (payload: Payload<F>) => Answer<F> | Promise<Answer<F>> };
type AnyAnswer = (payload: unknown) => Answer<FunctionKey> | Promise<Answer<FunctionKey>>;

/** The Jira around a page: what its resolver is asked, what its flags say, and pings. */
export interface FakeJira {
  answers: Answers;
  asked: FunctionKey[];
  readonly flags: string[];
  ping(ping: LivePing): void;
}

/** A Jira whose resolver has these answers, and none to anything else. */
export function fakeJira(answers: Answers): FakeJira {
  const asked: FunctionKey[] = [];
  const bridge = connectBridge(async (functionKey, payload) => {
    asked.push(functionKey as FunctionKey);
    const answer = jira.answers[functionKey as FunctionKey] as AnyAnswer | undefined;
    return answer ? answer(payload) : refuse('unavailable', 'Nothing answers that.');
  });
  const jira: FakeJira = {
    answers,
    asked,
    get flags() {
      return bridge.flags.map(({ title = '' }) => title);
    },
    ping: bridge.ping,
  };
  return jira;
}
