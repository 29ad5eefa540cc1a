import type { Answer, FunctionKey, Payload } from '../../src/contract/functions';

/** Calls a function of the app; never throws. */
export type Call = <F extends FunctionKey>(functionKey: F, payload: Payload<F>) => Promise<Answer<F>>;
