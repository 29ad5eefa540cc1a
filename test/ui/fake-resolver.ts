import type { Answer, FunctionKey, Payload } from '../../src/contract/functions';
import type { ErrorCode } from '../../src/domain/errors';
import type { Call } from '../../static/app/call';
import { connectBridge, type FakeBridge } from './fake-bridge';

type Given<F extends FunctionKey> = Answer<F> | Promise<Answer<F>>;

/** What a function answers: one after the other, the last of them for good; or by what it is asked. */
export type Answers = { [F in FunctionKey]?: Given<F>[] | ((payload: Payload<F>) => Given<F>) };

export interface FakeResolver {
  call: Call;
  /** Change them, and the next question gets the new ones. */
  answers: Answers;
  asked: { functionKey: FunctionKey; payload: Record<string, unknown> }[];
  /** The payloads of one function's calls. */
  payloads(functionKey: FunctionKey): Record<string, unknown>[];
  bridge: FakeBridge;
}

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

export const refused = (code: ErrorCode) => ({ ok: false, error: { code, message: '' } }) as const;

/** The app's functions, for stores that are handed a `call` and for pages that ask through Forge's bridge. */
export function fakeResolver(answers: Answers): FakeResolver {
  const asked: FakeResolver['asked'] = [];
  async function call<F extends FunctionKey>(functionKey: F, payload: Payload<F>): Promise<Answer<F>> {
    asked.push({ functionKey, payload });
    const given = resolver.answers[functionKey];
    if (typeof given === 'function') return given(payload);
    const next = given && given.length > 1 ? given.shift() : given?.[0];
    if (!next) throw new Error(`Nobody said what ${functionKey} answers.`);
    return next;
  }
  const bridge = connectBridge((functionKey, payload) => call(functionKey as FunctionKey, payload as never));
  const payloads = (functionKey: FunctionKey): Record<string, unknown>[] =>
    asked.filter((each) => each.functionKey === functionKey).map(({ payload }) => payload);
  const resolver: FakeResolver = { call, answers, asked, payloads, bridge };
  return resolver;
}
