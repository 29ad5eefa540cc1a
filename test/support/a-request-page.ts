import type { Answer, FunctionKey, Payload, Values } from '../../src/contract/functions';
import type { Place, SiteDriver } from './a-site';

/** Somebody's frame on the portal's page of a request. */
export interface RequestPage {
  call<F extends FunctionKey>(functionKey: F, payload: Payload<F>): Promise<Answer<F>>;
  /** The same, for calls that must succeed. */
  value<F extends FunctionKey>(functionKey: F, payload: Payload<F>): Promise<Values[F]>;
}

/** As the platform tells where that frame is. */
export const onRequestPage = (key: string, portal = 1): Place => ({
  moduleKey: 'portal-chat',
  extension: { page: 'view_request', portal: { id: portal }, request: { key, typeId: 1 } },
});

export function aRequestPage(app: SiteDriver, account: string, key: string, portal?: number): RequestPage {
  const page: RequestPage = {
    call: (functionKey, payload) => app.call(account, functionKey, payload, onRequestPage(key, portal)),
    async value(functionKey, payload) {
      const answer = await page.call(functionKey, payload);
      if (!answer.ok) throw new Error(`${functionKey} as ${account}: ${answer.error.message}`);
      return answer.value;
    },
  };
  return page;
}

/** `ok`, or why not; `beside`: in a frame on the page of this request. */
export async function codeOf<F extends FunctionKey>(
  app: SiteDriver,
  account: string,
  functionKey: F,
  payload: Payload<F>,
  beside: string | undefined,
): Promise<string> {
  if (beside === undefined) return app.code(account, functionKey, payload);
  const answer = await aRequestPage(app, account, beside).call(functionKey, payload);
  return answer.ok ? 'ok' : answer.error.code;
}
