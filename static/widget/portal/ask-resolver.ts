import type { Answer, FunctionKey, Payload } from '../../../src/contract/functions';

/** Calls a function of the app's resolver: by Forge's bridge, or in its place in tests. */
export type AskResolver = <F extends FunctionKey>(functionKey: F, payload: Payload<F>) => Promise<Answer<F>>;
