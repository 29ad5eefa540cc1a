import type { Manifest } from './manifest';
import { TooManyInvocations } from './platform/invocation-rates';
import { WEB_TRIGGER_TIMEOUT_MS } from './platform/limits';
import {
  webTriggerAnswer,
  webTriggerEvent,
  webTriggerFailure,
  type WebTriggerAnswer,
  type WebTriggerRequest,
} from './platform/web-trigger';
import type { SiteServices } from './site-services';

/** What stands between a request from anywhere and the function of a web trigger. */
export function createWebTriggerCall(
  manifest: Manifest,
  { webTriggers, caller, faults, log }: Pick<SiteServices, 'webTriggers' | 'caller' | 'faults' | 'log'>,
): (request: WebTriggerRequest) => Promise<WebTriggerAnswer> {
  return async (request) => {
    const module = manifest.webTriggers.find(
      ({ key }) => request.moduleKey === undefined || key === request.moduleKey,
    );
    const id = module && webTriggers.idOf(module.key);
    if (!module || id === undefined)
      throw new Error(`The manifest has no web trigger "${request.moduleKey ?? ''}".`);
    const invocation = {
      functionKey: module.function,
      payload: webTriggerEvent(id, request, faults.get().contexts?.userPath),
      moduleKey: module.key,
      moduleType: 'webtrigger',
      timeoutMs: WEB_TRIGGER_TIMEOUT_MS,
    };
    try {
      return webTriggerAnswer(await caller.call(invocation, { channelContext: null }));
    } catch (error) {
      if (error instanceof TooManyInvocations) return { status: 429, headers: {}, body: error.message };
      log.write(module.function, 'error', [error]);
      return webTriggerFailure();
    }
  };
}
